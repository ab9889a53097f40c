package io.weft.gateway.supergraph;

import java.util.List;
import java.util.Objects;

/**
 * A root field that the gateway answers by itself: which entities of a type match, over all subgraphs that say so.
 *
 * @param field     the root field, {@code records}
 * @param entity    the type, {@code Record}
 * @param key       its integer key
 * @param selectors at least one, in the order of their subgraphs
 * @param within    fields of other objects that select from the same entities
 */
public record EntitySelection(
        String field, String entity, String key, List<Selector> selectors, List<SelectionWithin> within) {
    public EntitySelection {
        Objects.requireNonNull(field);
        Objects.requireNonNull(entity);
        Objects.requireNonNull(key);
        selectors = List.copyOf(selectors);
        within = List.copyOf(within);
    }
}
