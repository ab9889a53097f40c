package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a connection is asked for.
 *
 * @param skipped how many rows are passed over before it; null for none
 */
record Page(
        Amount limit,
        boolean backward,
        @Nullable Field<Integer> skipped,
        @Nullable Cursor after,
        @Nullable Cursor before) {

    private static final ColumnType OFFSET = ColumnType.of(ScalarKind.INTEGER);

    static Page of(Map<String, Object> arguments, OrderKeys order, QueryLimits limits, Needs needs, String place) {
        Object first = arguments.get("first");
        Object last = arguments.get("last");
        if (first != null && last != null) {
            throw Refusal.input(place + ": first and last together have no meaning, use one of them");
        }
        return new Page(
                limit(last != null ? last : first, limits, needs, place + (last == null ? ".first" : ".last")),
                last != null,
                offset(arguments, last != null, place + ".offset"),
                cursor(arguments.get("after"), order, needs, place + ".after"),
                cursor(arguments.get("before"), order, needs, place + ".before"));
    }

    /** As groups are paged: by their number only. */
    static Page ofGroups(Map<String, Object> arguments, QueryLimits limits, Needs needs, String place) {
        Amount limit = limit(arguments.get("first"), limits, needs, place + ".first");
        return new Page(limit, false, offset(arguments, false, place + ".offset"), null, null);
    }

    private static Amount limit(@Nullable Object asked, QueryLimits limits, Needs needs, String place) {
        Amount limit = Amount.of(asked, limits.defaultPage());
        check(limit.sample(), limits, place);
        if (limit.isGiven()) {
            needs.check(given -> check(limit.of(given), limits, place));
        }
        return limit;
    }

    private static void check(int limit, QueryLimits limits, String place) {
        if (limit < 0) {
            throw Refusal.input(place + ": a page cannot have " + limit + " rows");
        }
        if (limit > limits.page()) {
            throw Problem.of(
                            ProblemCode.LIMIT_EXCEEDED,
                            place + ": a page has at most " + limits.page() + " rows, not " + limit)
                    .with("limit", limits.page())
                    .refusal();
        }
    }

    private static @Nullable Field<Integer> offset(Map<String, Object> arguments, boolean backward, String place) {
        Object argument = arguments.get("offset");
        Integer offset = (Integer) Given.look(argument, Look.SIGN);
        if (offset != null && (offset < 0 || backward)) {
            throw Refusal.input(
                    place + (backward ? ": goes with first, not with last" : ": cannot be less than 0, as " + offset));
        }
        return argument == null || offset == null || offset == 0
                ? null
                : DSL.field("{0}", SQLDataType.INTEGER, Expressions.value(OFFSET, argument));
    }

    private static @Nullable Cursor cursor(@Nullable Object text, OrderKeys order, Needs needs, String place) {
        return text == null ? null : Cursor.decoded(text, order, needs, place);
    }
}
