package io.weft.postgres.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.sql.Row;
import io.weft.postgres.sql.SelectorQuery.Entry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a selector's root field, as the contract has it. What was not asked is empty, 0 or null.
 *
 * @param complete  whether nothing follows the keys
 * @param count     how many entities the selection has
 * @param estimate  about how many
 * @param endCursor the last entry's; null where there is none
 * @param recall    about what part of the nearest are among the entries; null where the order is not by distance
 * @param facets    by the names of their fields in the answer
 * @param nodes     the page's entities, by the names of their fields in the answer; null for one that the caller may not see
 */
public record Selection(
        KeySet keys,
        boolean complete,
        int count,
        double estimate,
        List<Entry> entries,
        @Nullable String endCursor,
        @Nullable Double recall,
        Map<String, Row> facets,
        Map<String, List<@Nullable Row>> nodes) {

    public Selection {
        entries = List.copyOf(entries);
        facets = Map.copyOf(facets);
        nodes = Map.copyOf(nodes);
    }

    /** The same selection with its entries told otherwise. */
    public Selection with(List<Entry> others, @Nullable String otherEnd, @Nullable Double howMany) {
        return new Selection(keys, complete, count, estimate, others, otherEnd, howMany, facets, nodes);
    }
}
