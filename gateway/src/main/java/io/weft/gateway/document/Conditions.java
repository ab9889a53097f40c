package io.weft.gateway.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    public record Condition(String variable, boolean expected) {
        Condition opposite() {
            return new Condition(variable, !expected);
        }
    }

    public boolean isAlways() {
        return all.isEmpty();
    }

    /** Whether both a condition and its opposite are asked for. */
    public boolean isNever() {
        return all.stream().anyMatch(condition -> all.contains(condition.opposite()));
    }

    /** @param variables the value of a Boolean variable, named without {@code $} */
    public boolean hold(Predicate<String> variables) {
        for (Condition condition : all) {
            if (variables.test(condition.variable()) != condition.expected()) {
                return false;
            }
        }
        return true;
    }

    public Conditions and(Conditions other) {
        if (other.isAlways()) {
            return this;
        }
        return isAlways()
                ? other
                : new Conditions(Stream.concat(all.stream(), other.all.stream()).toList());
    }

    /** Whether these hold wherever {@code stronger} hold. */
    public boolean isImpliedBy(Conditions stronger) {
        return stronger.all.containsAll(all);
    }

    /** What is left to test where {@code known} hold already. */
    public Conditions without(Conditions known) {
        return known.isAlways()
                ? this
                : new Conditions(all.stream()
                        .filter(condition -> !known.all.contains(condition))
                        .toList());
    }

    /** {@code a} for {@code a and x} with {@code a and not x}; null where the two do not differ in just that way. */
    @Nullable Conditions withoutComplement(Conditions other) {
        if (all.size() != other.all.size()) {
            return null;
        }
        Set<Condition> mine = new HashSet<>(all);
        other.all.forEach(mine::remove);
        if (mine.size() != 1 || !other.all.contains(mine.iterator().next().opposite())) {
            return null;
        }
        return new Conditions(
                all.stream().filter(condition -> !mine.contains(condition)).toList());
    }
}
