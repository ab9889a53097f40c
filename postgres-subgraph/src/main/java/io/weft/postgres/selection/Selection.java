package io.weft.postgres.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.sql.Row;
import io.weft.postgres.sql.SelectorQuery.Entry;
import java.util.List;
import java.util.Map;

/**
 * The answer of a selector's root field, as the contract has it. What was not asked is empty or 0.
 *
 * @param complete whether nothing follows the keys
 * @param count    how many entities the selection has
 * @param estimate about how many
 * @param facets   by the names of their fields in the answer
 */
public record Selection(
        KeySet keys, boolean complete, int count, double estimate, List<Entry> entries, Map<String, Row> facets) {
    public Selection {
        entries = List.copyOf(entries);
        facets = Map.copyOf(facets);
    }
}
