package io.weft.gateway.supergraph;

import io.weft.gateway.document.SelectionSet;
import java.util.Objects;

/**
 * The argument of {@code @key}, {@code @requires} or {@code @provides}: a selection set on a type.
 *
 * @param text       as the subgraph's author wrote it
 * @param selections parsed; never empty
 */
public record FieldSet(String text, SelectionSet selections) {
    public FieldSet {
        Objects.requireNonNull(text);
        if (selections.isEmpty()) {
            throw new IllegalArgumentException("an empty field set: '" + text + "'");
        }
    }
}
