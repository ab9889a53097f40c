package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a subgraph said; of what was not asked, nothing.
 *
 * @param keys     empty set where not asked
 * @param complete whether nothing follows the keys or entries
 * @param end      the last entry's cursor
 * @param recall   about what part of the nearest are among the entries, where they are ordered by nearness
 * @param facets   by response key
 */
record SelectorAnswer(
        KeySet keys,
        List<Entry> entries,
        boolean complete,
        long count,
        double estimate,
        Optional<String> end,
        Optional<Double> recall,
        Map<String, @Nullable Object> facets) {

    /**
     * @param cursor empty where it was not asked for
     * @param score  empty where the order is none by match
     */
    record Entry(int key, Optional<String> cursor, Optional<Double> score) {}

    /** The keys of the entities, in the order in which a subgraph tells of them. */
    int[] page() {
        return entries.isEmpty()
                ? keys.toArray()
                : entries.stream().mapToInt(Entry::key).toArray();
    }

    /** How many keys came. */
    int told() {
        return keys.size() + entries.size();
    }
}
