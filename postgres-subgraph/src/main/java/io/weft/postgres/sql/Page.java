package io.weft.postgres.sql;

import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which page of a connection is asked for. */
record Page(
        int limit,
        boolean backward,
        @Nullable Cursor after,
        @Nullable Cursor before) {

    static Page of(Map<String, Object> arguments, OrderKeys order, QueryLimits limits, String place) {
        Integer first = (Integer) arguments.get("first");
        Integer last = (Integer) arguments.get("last");
        if (first != null && last != null) {
            throw Refusal.input(place + ": first and last together have no meaning, use one of them");
        }
        String name = last == null ? "first" : "last";
        int limit = last != null ? last : first != null ? first : limits.defaultPage();
        if (limit < 0) {
            throw Refusal.input(place + "." + name + ": a page cannot have " + limit + " rows");
        }
        if (limit > limits.page()) {
            throw Problem.of(
                            ProblemCode.LIMIT_EXCEEDED,
                            place + "." + name + ": a page has at most " + limits.page() + " rows, not " + limit)
                    .with("limit", limits.page())
                    .refusal();
        }
        return new Page(
                limit,
                last != null,
                cursor(arguments.get("after"), order, place + ".after"),
                cursor(arguments.get("before"), order, place + ".before"));
    }

    private static @Nullable Cursor cursor(@Nullable Object text, OrderKeys order, String place) {
        return text == null ? null : Cursor.decoded((String) text, order, place);
    }
}
