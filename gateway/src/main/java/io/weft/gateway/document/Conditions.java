package io.weft.gateway.document;

import java.util.List;

/**
 * The {@code @skip} and {@code @include} of a selection: all of them must hold. Literal conditions are resolved when
 * a document is normalised, so only variables remain.
 */
public record Conditions(List<Condition> all) {

    public static final Conditions ALWAYS = new Conditions(List.of());

    public Conditions {
        all = all.stream().distinct().toList();
    }

    /** Holds when the Boolean variable {@code variable} (without {@code $}) equals {@code expected}. */
    public record Condition(String variable, boolean expected) {}

    public boolean isAlways() {
        return all.isEmpty();
    }

    public Conditions and(Conditions other) {
        if (other.isAlways()) {
            return this;
        }
        return isAlways()
                ? other
                : new Conditions(java.util.stream.Stream.concat(all.stream(), other.all.stream())
                        .toList());
    }
}
