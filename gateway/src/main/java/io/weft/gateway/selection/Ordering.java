package io.weft.gateway.selection;

import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order that one subgraph knows.
 *
 * @param selector whose
 * @param keys     as its subgraph understands them, the first counting most
 */
record Ordering(Selector selector, List<Object> keys) {

    Ordering {
        keys = List.copyOf(keys);
    }

    /** @param orderBy as coerced; empty where there is none */
    static Optional<Ordering> read(EntitySelection selection, @Nullable Object orderBy) {
        if (!(orderBy instanceof List<?> entries) || entries.isEmpty()) {
            return Optional.empty();
        }
        List<Object> keys = new ArrayList<>();
        Optional<Selector> ordering = Optional.empty();
        for (int i = 0; i < entries.size(); i++) {
            String place = "orderBy[" + i + "]";
            if (!(entries.get(i) instanceof Map<?, ?> entry) || entry.size() != 1) {
                throw SelectionFailure.input(place + ": name one thing to order by in each object");
            }
            String field = String.valueOf(entry.keySet().iterator().next());
            Object value = entry.get(field);
            if (value == null) {
                throw SelectionFailure.input(place + "." + field + ": cannot be null");
            }
            Selector selector = selection.selectors().stream()
                    .filter(candidate -> candidate
                            .order()
                            .filter(part -> part.fields().contains(field))
                            .isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody orders by " + field));
            if (ordering.isPresent() && !ordering.get().equals(selector)) {
                throw SelectionFailure.input(place + ": \"" + field + "\" is known to the service '"
                        + selector.subgraph()
                        + "', what stands before it to '" + ordering.get().subgraph()
                        + "'. Order by one service's keys; ties are broken by the key of " + selection.entity());
            }
            ordering = Optional.of(selector);
            boolean within = selector.order().orElseThrow().within();
            keys.add(within ? value : Map.of(field, value));
        }
        return ordering.map(selector -> new Ordering(selector, keys));
    }

    /** Whether an entity's place depends on what else is selected. */
    boolean isRelative() {
        return hasAny(selector.kinds().relative());
    }

    /** Whether the first ones of many may be told without some that should be among them. */
    boolean isApproximate() {
        return hasAny(selector.kinds().approximate());
    }

    private boolean hasAny(Set<String> paths) {
        return keys.stream().anyMatch(key -> paths.stream().anyMatch(path -> has(key, path)));
    }

    private static boolean has(@Nullable Object value, String path) {
        @Nullable Object at = value;
        for (String step : path.split("\\.")) {
            at = at instanceof Map<?, ?> fields ? fields.get(step) : null;
        }
        return at != null;
    }
}
