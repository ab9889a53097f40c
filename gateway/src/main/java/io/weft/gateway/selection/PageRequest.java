package io.weft.gateway.selection;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for. Going backward, everything about it is told in the reversed order.
 *
 * @param size  how many entities
 * @param after where it begins
 */
record PageRequest(int size, boolean backward, Optional<Place> after) {

    /** @param order names the order within cursors */
    static PageRequest read(Map<String, @Nullable Object> arguments, String order, SelectionSettings settings) {
        Object first = arguments.get("first");
        Object last = arguments.get("last");
        if (first != null && last != null) {
            throw SelectionFailure.input("first and last together have no meaning, use one of them");
        }
        boolean backward = last != null;
        if (arguments.get(backward ? "after" : "before") != null) {
            throw SelectionFailure.input(
                    backward ? "after goes with first, before with last" : "before goes with last, after with first");
        }
        String place = backward ? "last" : "first";
        int size = settings.defaultPage();
        if ((backward ? last : first) instanceof Integer asked) {
            size = asked;
        }
        if (size < 0) {
            throw SelectionFailure.input(place + ": a page cannot have " + size + " entries");
        }
        if (size > settings.maxPage()) {
            throw SelectionFailure.of(
                    SelectionFailure.TOO_LARGE,
                    place + ": a page has at most " + settings.maxPage() + " entries, not " + size);
        }
        String cursorAt = backward ? "before" : "after";
        Optional<Place> after = Optional.empty();
        if (arguments.get(cursorAt) instanceof String text) {
            after = Place.decoded(text, order);
            if (after.isEmpty()) {
                throw SelectionFailure.input(cursorAt + ": \"" + text
                        + "\" is no cursor of this selection in this order. Keep orderBy the same from page to page");
            }
        }
        return new PageRequest(size, backward, after);
    }
}
