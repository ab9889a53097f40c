package io.weft.gateway.document;

import java.util.Objects;
import java.util.Set;

/**
 * An argument as it is written in a document.
 *
 * @param name      the argument's name
 * @param value     the value in GraphQL syntax, printed compactly, so that equal values have equal texts
 * @param variables names (without {@code $}) of the variables used anywhere inside the value
 */
public record Argument(String name, String value, Set<String> variables) {
    public Argument {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        variables = Set.copyOf(variables);
    }
}
