package io.weft.postgres.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's text form of ranges, {@code ["a b",c)}, {@code (,5]} or {@code empty}, and of multiranges. */
final class RangeText {

    /** A range; a bound that is null is none. */
    record Range(
            @Nullable String lower,
            @Nullable String upper,
            boolean lowerInclusive,
            boolean upperInclusive,
            boolean isEmpty) {}

    private final String text;
    private int at;

    private RangeText(String text) {
        this.text = text;
    }

    static Range range(String text) {
        return new RangeText(text).next();
    }

    static List<Range> multirange(String text) {
        RangeText reader = new RangeText(text);
        List<Range> ranges = new ArrayList<>();
        reader.at = 1;
        while (text.charAt(reader.at) != '}') {
            ranges.add(reader.next());
            if (text.charAt(reader.at) == ',') {
                reader.at++;
            }
        }
        return ranges;
    }

    private Range next() {
        if (text.startsWith("empty", at)) {
            at += "empty".length();
            return new Range(null, null, false, false, true);
        }
        boolean lowerInclusive = text.charAt(at++) == '[';
        String lower = bound();
        at++;
        String upper = bound();
        boolean upperInclusive = text.charAt(at++) == ']';
        return new Range(lower, upper, lowerInclusive, upperInclusive, false);
    }

    /** Up to the comma or bracket after it. */
    private @Nullable String bound() {
        if (",])".indexOf(text.charAt(at)) >= 0) {
            return null;
        }
        StringBuilder bound = new StringBuilder();
        boolean quoted = false;
        for (char c = text.charAt(at); quoted || ",])".indexOf(c) < 0; c = text.charAt(++at)) {
            if (c == '\\') {
                bound.append(text.charAt(++at));
            } else if (c != '"') {
                bound.append(c);
            } else if (quoted && text.charAt(at + 1) == '"') {
                bound.append('"');
                at++;
            } else {
                quoted = !quoted;
            }
        }
        return bound.toString();
    }
}
