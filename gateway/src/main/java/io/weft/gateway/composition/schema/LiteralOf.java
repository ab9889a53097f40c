package io.weft.gateway.composition.schema;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.document.TypeReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A configured value as a literal of a type. */
public final class LiteralOf {

    private final Map<String, SchemaType> types;

    public LiteralOf(Map<String, SchemaType> types) {
        this.types = types;
    }

    /** @param reason why there is no value, as a part of a sentence; empty where there is one */
    public record Result(Optional<Value<?>> value, String reason) {
        static Result of(Value<?> value) {
            return new Result(Optional.of(value), "");
        }

        public static Result wrong(String reason) {
            return new Result(Optional.empty(), reason);
        }
    }

    /** @param value null, Boolean, Number, String, List or Map */
    public Result of(@Nullable Object value, TypeReference type) {
        return switch (type) {
            case TypeReference.NonNull(TypeReference nullable) ->
                value == null ? Result.wrong("null where " + type.print() + " is asked for") : of(value, nullable);
            case TypeReference.ListOf(TypeReference element) -> value == null ? nothing() : list(value, element);
            case TypeReference.Named(String name) -> value == null ? nothing() : named(value, name);
        };
    }

    private static Result nothing() {
        return Result.of(NullValue.of());
    }

    @SuppressWarnings("rawtypes") // graphql-java's lists of values are of raw types
    private Result list(Object value, TypeReference element) {
        if (!(value instanceof List<?> elements)) {
            return of(value, element);
        }
        List<Value> values = new ArrayList<>();
        for (Object one : elements) {
            Result result = of(one, element);
            if (result.value().isEmpty()) {
                return result;
            }
            values.add(result.value().get());
        }
        return Result.of(ArrayValue.newArrayValue().values(values).build());
    }

    private Result named(Object value, String type) {
        return switch (types.get(type)) {
            case SchemaType.EnumType values ->
                values.values().containsKey(String.valueOf(value))
                        ? Result.of(EnumValue.of(String.valueOf(value)))
                        : Result.wrong("there is no value " + value + " of " + type
                                + NearestName.suggestion(
                                        String.valueOf(value), values.values().keySet()));
            case SchemaType.InputType input ->
                value instanceof Map<?, ?> map
                        ? object(map, type, types(input.fields().values()), required(input))
                        : Result.wrong(value + " where an object of " + type + " is asked for");
            case SchemaType.ObjectType object ->
                value instanceof Map<?, ?> map
                        ? object(map, type, types(object), required(object))
                        : Result.wrong(value + " where an object of " + type + " is asked for");
            case null, default -> scalar(value, type);
        };
    }

    private static Map<String, TypeReference> types(Collection<SchemaInputValue> inputs) {
        Map<String, TypeReference> types = new LinkedHashMap<>();
        inputs.forEach(input -> types.put(input.name(), input.type()));
        return types;
    }

    private static Map<String, TypeReference> types(SchemaType.ObjectType object) {
        Map<String, TypeReference> types = new LinkedHashMap<>();
        object.fields().values().forEach(field -> types.put(field.name(), field.type()));
        return types;
    }

    private static Set<String> required(SchemaType.InputType input) {
        Set<String> required = new LinkedHashSet<>();
        input.fields().values().stream()
                .filter(SchemaInputValue::isRequired)
                .forEach(field -> required.add(field.name()));
        return required;
    }

    private static Set<String> required(SchemaType.ObjectType object) {
        Set<String> required = new LinkedHashSet<>();
        object.fields().values().stream()
                .filter(field -> field.type() instanceof TypeReference.NonNull)
                .forEach(field -> required.add(field.name()));
        return required;
    }

    private Result object(Map<?, ?> map, String type, Map<String, TypeReference> known, Set<String> required) {
        List<ObjectField> fields = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>(required);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            TypeReference field = known.get(name);
            if (field == null) {
                return Result.wrong(
                        "there is no field " + name + " of " + type + NearestName.suggestion(name, known.keySet()));
            }
            Result result = of(entry.getValue(), field);
            if (result.value().isEmpty()) {
                return result;
            }
            missing.remove(name);
            fields.add(new ObjectField(name, result.value().get()));
        }
        return missing.isEmpty()
                ? Result.of(ObjectValue.newObjectValue().objectFields(fields).build())
                : Result.wrong("it lacks " + String.join(", ", missing) + " of " + type);
    }

    private static Result scalar(Object value, String type) {
        boolean fits = switch (type) {
            case "Int" -> value instanceof Integer;
            case "Float" -> value instanceof Number;
            case "Boolean" -> value instanceof Boolean;
            case "String" -> value instanceof String;
            case "ID" -> value instanceof String || value instanceof Integer;
            default -> true;
        };
        return fits ? Result.of(free(value)) : Result.wrong(value + " where " + type + " is asked for");
    }

    /** A value as it stands; what a custom scalar makes of it is the service's affair. */
    @SuppressWarnings("rawtypes") // graphql-java's lists of values are of raw types
    private static Value<?> free(@Nullable Object value) {
        return switch (value) {
            case null -> NullValue.of();
            case Boolean bool -> BooleanValue.of(bool);
            case Integer number -> IntValue.of(number);
            case Long number -> new IntValue(BigInteger.valueOf(number));
            case BigInteger number -> new IntValue(number);
            case Number number -> new FloatValue(new BigDecimal(number.toString()));
            case List<?> list ->
                ArrayValue.newArrayValue()
                        .values(list.stream().<Value>map(LiteralOf::free).toList())
                        .build();
            case Map<?, ?> map ->
                ObjectValue.newObjectValue()
                        .objectFields(map.entrySet().stream()
                                .map(entry -> new ObjectField(String.valueOf(entry.getKey()), free(entry.getValue())))
                                .toList())
                        .build();
            default -> StringValue.of(value.toString());
        };
    }
}
