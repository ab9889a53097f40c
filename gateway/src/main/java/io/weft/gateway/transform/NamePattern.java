package io.weft.gateway.transform;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A coordinate in which {@code *} stands for any number of letters of one name: {@code Query.admin*}. */
public final class NamePattern {

    private final Written written;
    private final List<Pattern> parts;

    private NamePattern(Written written) {
        this.written = written;
        this.parts = Arrays.stream(written.text().split("\\.", -1))
                .map(part -> Pattern.compile(Pattern.quote(part).replace("*", "\\E.*\\Q")))
                .toList();
    }

    public static NamePattern of(Written written) {
        return new NamePattern(written);
    }

    public static List<NamePattern> of(List<Written> written) {
        return written.stream().map(NamePattern::of).toList();
    }

    public Written written() {
        return written;
    }

    /** How many names it has. */
    public int names() {
        return parts.size();
    }

    /** Whether the pattern fits the coordinate as a whole. */
    public boolean matches(String... coordinate) {
        return coordinate.length == parts.size() && fits(coordinate);
    }

    /** Whether the coordinate of an element inside the one given may fit. */
    public boolean concerns(String... holder) {
        return holder.length < parts.size() && fits(holder);
    }

    private boolean fits(String... names) {
        for (int i = 0; i < names.length; i++) {
            if (!parts.get(i).matcher(names[i]).matches()) {
                return false;
            }
        }
        return true;
    }
}
