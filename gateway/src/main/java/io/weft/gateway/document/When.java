package io.weft.gateway.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When a part of a plan takes part: where any one of the alternatives holds.
 *
 * @param anyOf at least one; none of them says more than another ({@code a} makes {@code a and b} superfluous)
 */
public record When(List<Conditions> anyOf) {

    public static final When ALWAYS = new When(List.of(Conditions.ALWAYS));

    /** Beyond this many alternatives a condition is given up: fetching too much is right, only slower. */
    private static final int MANY = 8;

    public When {
        anyOf = simplified(anyOf);
        if (anyOf.isEmpty()) {
            throw new IllegalArgumentException("a condition without alternatives never holds");
        }
    }

    public static When of(Conditions conditions) {
        return conditions.isAlways() ? ALWAYS : new When(List.of(conditions));
    }

    public boolean isAlways() {
        return anyOf.getFirst().isAlways();
    }

    /** @param variables the value of a Boolean variable, named without {@code $} */
    public boolean holds(Predicate<String> variables) {
        for (Conditions conditions : anyOf) {
            if (conditions.hold(variables)) {
                return true;
            }
        }
        return false;
    }

    /** Holds where this or {@code other} holds; this instance where {@code other} adds nothing. */
    public When or(When other) {
        if (isAlways() || equals(other)) {
            return this;
        }
        if (other.isAlways()) {
            return ALWAYS;
        }
        When both = new When(Stream.concat(anyOf.stream(), other.anyOf.stream()).toList());
        return both.equals(this) ? this : both;
    }

    private static List<Conditions> simplified(List<Conditions> alternatives) {
        List<Conditions> kept = new ArrayList<>();
        for (Conditions candidate : alternatives) {
            if (kept.stream().noneMatch(weaker -> weaker.isImpliedBy(candidate))) {
                kept.removeIf(candidate::isImpliedBy);
                kept.add(candidate);
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            for (int j = i + 1; j < kept.size(); j++) {
                Conditions joined = kept.get(i).withoutComplement(kept.get(j));
                if (joined != null) {
                    List<Conditions> fewer = new ArrayList<>(kept);
                    fewer.remove(j);
                    fewer.set(i, joined);
                    return simplified(fewer);
                }
            }
        }
        return kept.size() > MANY ? List.of(Conditions.ALWAYS) : List.copyOf(kept);
    }
}
