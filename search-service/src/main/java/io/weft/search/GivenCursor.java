package io.weft.search;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A place in an order that the index gave, or begun by it. An index over approximate neighbours may pass over some: so a cursor of its pages
 * says which records were given until there, and the next page is of all others. None is lost, none repeated.
 *
 * @param given what was given by the index
 * @param inner the cursor within what is left, where that was ordered exactly; null where the index goes on
 */
record GivenCursor(KeySet given, @Nullable String inner) {

    private static final String MARK = "given.";

    static GivenCursor of(@Nullable Object after, String place) {
        String text = after == null ? null : after.toString();
        if (text == null || !text.startsWith(MARK)) {
            return new GivenCursor(KeySet.EMPTY, text);
        }
        String[] parts = text.substring(MARK.length()).split("\\.", -1);
        KeySet given = KeySet.decoded(parts[0])
                .orElseThrow(() -> Refusal.input(place + ".after: \"" + text + "\" is no cursor of this selection"));
        return new GivenCursor(given, parts.length < 2 || parts[1].isEmpty() ? null : parts[1]);
    }

    String encoded() {
        return MARK + given.encoded() + (inner == null ? "" : "." + inner);
    }
}
