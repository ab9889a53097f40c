package io.weft.search;

import io.weft.postgres.problem.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order by text and vector. The next page counts places the same way, whatever the estimate says by then.
 *
 * @param inner the cursor within that order
 */
record FusedCursor(SelectionQuestion.Way way, String inner) {

    /** Empty where there is none. @throws Refusal if it is of another order */
    static Optional<FusedCursor> of(@Nullable Object after, String place) {
        if (after == null) {
            return Optional.empty();
        }
        String text = after.toString();
        int dot = text.indexOf('.');
        return Optional.of(Arrays.stream(SelectionQuestion.Way.values())
                .filter(way -> dot > 0 && way.name().equalsIgnoreCase(text.substring(0, dot)))
                .findFirst()
                .map(way -> new FusedCursor(way, text.substring(dot + 1)))
                .orElseThrow(() -> Refusal.input(place + ".after: \"" + text + "\" is no cursor of this selection")));
    }

    String encoded() {
        return way.name().toLowerCase(Locale.ROOT) + "." + inner;
    }
}
