package io.weft.postgres.sql;

import java.util.List;
import java.util.function.Function;

/**
 * A place among a statement's values that each request fills with one of its own.
 *
 * @param leaf which of the values that its variables give
 * @param how  makes of it what is bound; throws a {@link io.weft.postgres.problem.Refusal} if it cannot
 */
public record Slot(int leaf, Function<Object, Object> how) {

    public Object of(List<Object> given) {
        return how.apply(given.get(leaf));
    }
}
