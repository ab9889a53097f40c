package io.weft.gateway.composition.schema;

import graphql.language.ArrayValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.List;

/**
 * A literal where a list is asked for. A single value stands for a list of itself.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-List.Input-Coercion">Input coercion of lists</a>
 */
public final class ListLiteral {

    private ListLiteral() {}

    public static List<Value<?>> elements(Value<?> literal) {
        return literal instanceof ArrayValue array
                ? array.getValues().stream().<Value<?>>map(value -> value).toList()
                : List.of(literal);
    }

    /** The elements that are strings. */
    public static List<String> strings(Value<?> literal) {
        return elements(literal).stream()
                .filter(StringValue.class::isInstance)
                .map(element -> ((StringValue) element).getValue())
                .toList();
    }
}
