package io.weft.gateway.composition.transform;

import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.document.TypeReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Follows in default values, of arguments and of input fields, what enum values and input fields are called now. */
public final class RewriteDefaults {

    private final Map<String, SchemaType> types;
    private final BinaryOperator<String> member;

    /** Writes enum values as such where they are written as strings. */
    public static ParsedSubgraph ofEnums(ParsedSubgraph subgraph) {
        boolean hasDefaults = subgraph.types().values().stream()
                .anyMatch(type -> type.outline().hasDefaults());
        return hasDefaults
                ? subgraph.withTypes(new RewriteDefaults(subgraph.types(), (type, same) -> same).rewrite())
                : subgraph;
    }

    /**
     * @param types  as they were
     * @param member the new name of an enum value or input field, from its type and its old name
     */
    RewriteDefaults(Map<String, SchemaType> types, BinaryOperator<String> member) {
        this.types = types;
        this.member = member;
    }

    /** A map of its own. What has no defaults stays the same object: of a large schema that is nearly all. */
    Map<String, SchemaType> rewrite() {
        return new LinkedHashMap<>(each(types, type -> !type.outline().hasDefaults() ? type : rewrite(type)));
    }

    private SchemaType rewrite(SchemaType type) {
        return switch (type) {
            case SchemaType.Composite composite -> {
                Map<String, SchemaField> fields = each(composite.fields(), this::field);
                yield fields == composite.fields() ? composite : composite.with(composite.header(), fields);
            }
            case SchemaType.InputType input -> {
                Map<String, SchemaInputValue> fields = each(input.fields(), this::input);
                yield fields == input.fields() ? input : new SchemaType.InputType(input.header(), fields);
            }
            case SchemaType.UnionType union -> union;
            case SchemaType.EnumType values -> values;
            case SchemaType.ScalarType scalar -> scalar;
        };
    }

    private static <E> Map<String, E> each(Map<String, E> elements, UnaryOperator<E> rewrite) {
        Map<String, E> rewritten = new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<String, E> element : elements.entrySet()) {
            E own = rewrite.apply(element.getValue());
            same &= own == element.getValue();
            rewritten.put(element.getKey(), own);
        }
        return same ? elements : rewritten;
    }

    private SchemaField field(SchemaField field) {
        Map<String, SchemaInputValue> arguments = each(field.arguments(), this::input);
        return arguments == field.arguments() ? field : field.withArguments(arguments);
    }

    private SchemaInputValue input(SchemaInputValue input) {
        return input.defaultValue()
                .map(value -> input.withDefault(Optional.of(value(value, input.type()))))
                .orElse(input);
    }

    @SuppressWarnings("rawtypes") // graphql-java's lists of values are of raw types
    Value<?> value(Value<?> value, TypeReference type) {
        String name = type.typeName();
        return switch (value) {
            case EnumValue word -> EnumValue.of(member.apply(name, Objects.requireNonNull(word.getName())));
            case ArrayValue list ->
                ArrayValue.newArrayValue()
                        .values(list.getValues().stream()
                                .<Value>map(element -> value(element, type))
                                .toList())
                        .build();
            case ObjectValue object
            when types.get(name) instanceof SchemaType.InputType input ->
                ObjectValue.newObjectValue()
                        .objectFields(object.getObjectFields().stream()
                                .map(field -> field(input, field))
                                .toList())
                        .build();
            // no value by GraphQL's rules, but what code-first servers print, and other compositions read
            case StringValue text
            when types.get(name) instanceof SchemaType.EnumType known
                    && known.values().containsKey(text.getValue()) ->
                EnumValue.of(member.apply(name, Objects.requireNonNull(text.getValue())));
            default -> value;
        };
    }

    private ObjectField field(SchemaType.InputType input, ObjectField field) {
        SchemaInputValue known = input.fields().get(field.getName());
        return new ObjectField(
                member.apply(input.name(), field.getName()),
                known == null ? field.getValue() : value(field.getValue(), known.type()));
    }
}
