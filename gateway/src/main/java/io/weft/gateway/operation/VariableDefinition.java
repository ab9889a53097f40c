package io.weft.gateway.operation;

import io.weft.gateway.document.TypeReference;
import java.util.Objects;
import java.util.Optional;

/**
 * A variable an operation declares.
 *
 * @param name         without {@code $}
 * @param type         as declared
 * @param defaultValue in GraphQL syntax
 */
public record VariableDefinition(String name, TypeReference type, Optional<String> defaultValue) {
    public VariableDefinition {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(defaultValue);
    }
}
