package io.weft.postgres.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.sql.SelectorQuery;
import io.weft.postgres.sql.SelectorQuery.Entry;
import io.weft.postgres.sql.SelectorQuery.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the statements of a selector have given so far. */
final class Found {

    private final SelectorQuery query;
    private final List<Entry> entries = new ArrayList<>();
    private int[] keys = {};
    private int count;

    Found(SelectorQuery query) {
        this.query = query;
    }

    void add(@Nullable String page, @Nullable String counted) {
        if (query.wants(Wanted.ENTRIES)) {
            entries.addAll(query.entries(page == null ? "{}" : page));
        } else {
            int[] more = SelectorQuery.keys(page);
            int before = keys.length;
            keys = Arrays.copyOf(keys, before + more.length);
            System.arraycopy(more, 0, keys, before, more.length);
        }
        if (counted != null) {
            count = Integer.parseInt(counted);
        }
    }

    int size() {
        return query.wants(Wanted.ENTRIES) ? entries.size() : keys.length;
    }

    Selection selection(double estimate) {
        int first = Math.min(query.first(), size());
        List<Entry> page = query.wants(Wanted.ENTRIES) ? entries.subList(0, first) : List.of();
        int[] found =
                query.wants(Wanted.ENTRIES) ? page.stream().mapToInt(Entry::key).toArray() : Arrays.copyOf(keys, first);
        return new Selection(
                query.wants(Wanted.KEYS) ? KeySet.of(found) : KeySet.EMPTY,
                size() <= query.first(),
                count,
                estimate,
                page);
    }
}
