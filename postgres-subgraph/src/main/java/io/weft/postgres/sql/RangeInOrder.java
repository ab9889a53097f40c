package io.weft.postgres.sql;

import io.weft.postgres.schema.Operator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A selection by a range of what it is ordered by, and by nothing else ({@code confidence > 0.9}, the surest first). An index of the order has it as it is asked for: whatever the
 * bounds, its first entries are read from where it begins.
 */
final class RangeInOrder {

    private static final Set<String> COMPARISONS = Stream.of(Operator.GT, Operator.GTE, Operator.LT, Operator.LTE)
            .map(Operator::graphQl)
            .collect(Collectors.toUnmodifiableSet());

    private RangeInOrder() {}

    /** @param arguments of a selector */
    static boolean isIn(Map<String, Object> arguments) {
        return arguments.get("within") == null
                && arguments.get("after") == null
                && arguments.get("orderBy") instanceof List<?> orders
                && orders.size() == 1
                && isOf(orders.getFirst(), arguments.get("filter"));
    }

    /** Both name the same column, by the same fields. */
    private static boolean isOf(@Nullable Object order, @Nullable Object filter) {
        if (!(filter instanceof Map<?, ?> tests) || tests.isEmpty()) {
            return false;
        }
        return order instanceof Map<?, ?> step
                ? step.size() == 1
                        && step.keySet().equals(tests.keySet())
                        && isOf(
                                step.values().iterator().next(),
                                tests.values().iterator().next())
                : COMPARISONS.containsAll(tests.keySet());
    }
}
