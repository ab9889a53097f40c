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
import graphql.language.VariableReference;
import io.weft.gateway.document.TypeReference;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether a literal is a value of an input type, by GraphQL's rules of input coercion. */
public final class LiteralFit {

    private static final BigInteger SMALLEST_INT = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger LARGEST_INT = BigInteger.valueOf(Integer.MAX_VALUE);

    private final Map<String, SchemaType> types;

    /** @param types by name; a type that is neither here nor GraphQL's own takes nothing */
    public LiteralFit(Map<String, SchemaType> types) {
        this.types = types;
    }

    public boolean fits(Value<?> value, TypeReference type) {
        return switch (type) {
            case TypeReference.NonNull(TypeReference nullable) ->
                !(value instanceof NullValue) && fits(value, nullable);
            case TypeReference.ListOf(TypeReference element) ->
                value instanceof NullValue
                        || (value instanceof ArrayValue array
                                ? array.getValues().stream().allMatch(each -> fits(each, element))
                                : fits(value, element));
            case TypeReference.Named(String name) ->
                value instanceof NullValue || (!(value instanceof VariableReference) && fits(value, name));
        };
    }

    private boolean fits(Value<?> value, String typeName) {
        return switch (types.get(typeName)) {
            case SchemaType.EnumType enumType ->
                value instanceof EnumValue name && enumType.values().containsKey(name.getName());
            case SchemaType.InputType input -> value instanceof ObjectValue object && fits(object, input);
            // what a custom scalar takes, only the services know
            case SchemaType.ScalarType scalar -> !BuiltInNames.SCALARS.contains(typeName) || builtIn(value, typeName);
            case SchemaType.Composite composite -> false;
            case SchemaType.UnionType union -> false;
            case null -> builtIn(value, typeName);
        };
    }

    private static boolean builtIn(Value<?> value, String typeName) {
        return switch (typeName) {
            case "Int" -> value instanceof IntValue number && isInt(number.getValue());
            case "Float" -> value instanceof FloatValue || value instanceof IntValue;
            case "String" -> value instanceof StringValue;
            case "Boolean" -> value instanceof BooleanValue;
            case "ID" -> value instanceof StringValue || value instanceof IntValue;
            default -> false;
        };
    }

    private static boolean isInt(BigInteger value) {
        return value.compareTo(SMALLEST_INT) >= 0 && value.compareTo(LARGEST_INT) <= 0;
    }

    private boolean fits(ObjectValue object, SchemaType.InputType input) {
        Map<String, Value<?>> given = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            if (given.put(field.getName(), field.getValue()) != null) {
                return false;
            }
        }
        for (SchemaInputValue field : input.fields().values()) {
            Value<?> value = given.remove(field.name());
            boolean fits = value == null ? !field.isRequired() : fits(value, field.type());
            if (!fits) {
                return false;
            }
        }
        return given.isEmpty();
    }
}
