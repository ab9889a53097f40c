package io.weft.metadata;

import io.weft.postgres.problem.Refusal;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** major.minor.patch */
record SchemaVersion(int major, int minor, int patch) implements Comparable<SchemaVersion> {

    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,4})\\.(0|[1-9]\\d{0,4})\\.(0|[1-9]\\d{0,4})");
    private static final Comparator<SchemaVersion> ORDER = Comparator.comparingInt(SchemaVersion::major)
            .thenComparingInt(SchemaVersion::minor)
            .thenComparingInt(SchemaVersion::patch);

    static SchemaVersion parse(String text, String place) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw Refusal.input(place + ": a version looks like 1.0.0, not \"" + text + "\"");
        }
        return new SchemaVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    @Override
    public int compareTo(SchemaVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
