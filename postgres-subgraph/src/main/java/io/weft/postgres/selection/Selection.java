package io.weft.postgres.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.sql.SelectorQuery.Entry;
import java.util.List;

/**
 * The answer of a selector's root field, as the contract has it. What was not asked is empty or 0.
 *
 * @param complete whether nothing follows the keys
 * @param count    how many entities the selection has
 * @param estimate about how many
 */
public record Selection(KeySet keys, boolean complete, int count, double estimate, List<Entry> entries) {
    public Selection {
        entries = List.copyOf(entries);
    }
}
