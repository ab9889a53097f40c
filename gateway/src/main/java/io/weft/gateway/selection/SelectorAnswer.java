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
 * @param facets   by response key
 */
record SelectorAnswer(
        KeySet keys,
        List<Entry> entries,
        boolean complete,
        long count,
        double estimate,
        Map<String, @Nullable Object> facets) {

    /** @param score empty where the order is none by match */
    record Entry(int key, String cursor, Optional<Double> score) {}
}
