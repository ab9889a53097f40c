package io.weft.gateway.operation;

import io.weft.gateway.document.SelectionSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One valid, normalised operation.
 *
 * <p>Normalised means: named fragments are inlined; an inline fragment stands only where its type condition is
 * narrower than the type around it, or where it carries a condition on a variable; within one selection set, equal
 * response keys with equal conditions are one field; literal {@code @skip} and {@code @include} are resolved.
 *
 * @param kind       query, mutation or subscription
 * @param name       as the client called it
 * @param variables  as declared, in order
 * @param selections    on the root type; introspection fields ({@code __schema}, {@code __type}) included
 * @param introspection a document with the introspection fields alone, to be run against the API schema; empty where
 *                      the operation has none
 */
public record Operation(
        OperationKind kind,
        Optional<String> name,
        List<VariableDefinition> variables,
        SelectionSet selections,
        Optional<String> introspection) {
    public Operation {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        variables = List.copyOf(variables);
        Objects.requireNonNull(selections);
        Objects.requireNonNull(introspection);
    }
}
