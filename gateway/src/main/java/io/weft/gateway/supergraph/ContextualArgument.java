package io.weft.gateway.supergraph;

import io.weft.gateway.document.TypeReference;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * An argument whose value is not the client's to give: it is selected from the nearest object above the field's own
 * that is of one of some types ({@code @fromContext}).
 *
 * @param name      the argument's
 * @param type      as the subgraph defines it
 * @param context   the context's name in the subgraph, without {@code $}
 * @param types     the types that set it in this subgraph: objects, interfaces, unions; never empty
 * @param selection on such an object; leads to one value for any type it may have
 */
public record ContextualArgument(
        String name, TypeReference type, String context, Set<String> types, FieldSet selection) {
    public ContextualArgument {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(context);
        types = Collections.unmodifiableSet(new LinkedHashSet<>(types));
        Objects.requireNonNull(selection);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("$" + context + " is set by no type");
        }
    }
}
