package io.weft.search;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.sql.BoundSelector;
import io.weft.postgres.sql.SelectorQuery.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A page of the nearest by comparing all that are in question.
 *
 * @param cursor where it begins, which may be behind what an index gave
 */
record ExactPage(SelectionRequest request, GivenCursor cursor) {

    static ExactPage of(SelectionRequest request) {
        return new ExactPage(request, GivenCursor.of(request.arguments().get("after"), request.place()));
    }

    BoundSelector query() {
        return request.query(cursor.given(), cursor.inner(), SelectionQuestion.Way.EXACT);
    }

    ExactPage within(KeySet keys) {
        return new ExactPage(request.within(keys), cursor);
    }

    /** @param found by the {@link #query} */
    Selection told(Selection found) {
        return found.with(
                cursor.given().isEmpty()
                        ? found.entries()
                        : found.entries().stream()
                                .map(entry -> new Entry(entry.key(), after(entry.cursor()), entry.score()))
                                .toList(),
                after(found.endCursor()),
                1.0);
    }

    private @Nullable String after(@Nullable String inner) {
        return inner == null || cursor.given().isEmpty() ? inner : new GivenCursor(cursor.given(), inner).encoded();
    }
}
