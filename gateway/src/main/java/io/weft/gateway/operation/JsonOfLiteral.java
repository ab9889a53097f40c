package io.weft.gateway.operation;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A literal without variables, as a JSON value. */
public final class JsonOfLiteral {
    private JsonOfLiteral() {}

    public static @Nullable Object of(Value<?> literal) {
        return switch (literal) {
            case NullValue nothing -> null;
            case BooleanValue bool -> bool.isValue();
            case IntValue integer -> integer.getValue();
            case FloatValue decimal -> decimal.getValue();
            case StringValue string -> string.getValue();
            case EnumValue name -> name.getName();
            case ArrayValue array -> {
                List<@Nullable Object> elements = new ArrayList<>();
                for (Value<?> element : array.getValues()) {
                    elements.add(of(element));
                }
                yield elements;
            }
            case ObjectValue object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (ObjectField field : object.getObjectFields()) {
                    fields.put(field.getName(), of(field.getValue()));
                }
                yield fields;
            }
            default -> throw new IllegalStateException("not a literal: " + literal);
        };
    }
}
