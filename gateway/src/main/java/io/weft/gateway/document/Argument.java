package io.weft.gateway.document;

import java.util.Map;
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

    /** An argument whose value is the variable, and nothing else. */
    public static Argument ofVariable(String name, String variable) {
        return new Argument(name, "$" + variable, Set.of(variable));
    }

    Argument withVariable(Map<String, String> names) {
        String renamed = value.startsWith("$") ? names.get(value.substring(1)) : null;
        return renamed == null ? this : ofVariable(name, renamed);
    }
}
