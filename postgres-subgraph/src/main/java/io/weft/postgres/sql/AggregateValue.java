package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.AggregateFunction;
import io.weft.postgres.schema.GraphQlTypes;
import io.weft.postgres.schema.PublishedField.ColumnField;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A function over the values of a column, as SQL. */
record AggregateValue(AggregateFunction function, ColumnField column) {

    ColumnType type() {
        return function.result(column.column().type());
    }

    /** The GraphQL type it is shown as. */
    String shown() {
        return switch (function) {
            case MIN, MAX -> column.type();
            case DISTINCT -> "Int";
            case SUM, AVG, STDDEV, PERCENTILE -> GraphQlTypes.nameOf(type());
        };
    }

    /** @param arguments of the field: a percentile has one */
    Field<Object> of(String alias, Map<String, Object> arguments, String place) {
        return of(alias, value -> value, arguments, place);
    }

    private Field<Object> of(
            String alias, UnaryOperator<Field<Object>> taken, Map<String, Object> arguments, String place) {
        Field<Object> value = Expressions.comparable(alias, column.column());
        return switch (function) {
            case DISTINCT -> DSL.field("count(distinct {0})", value);
            case MIN -> DSL.field("min({0})", value);
            case MAX -> DSL.field("max({0})", value);
            case SUM -> DSL.field("sum({0})", taken.apply(number(value, type().sql())));
            case AVG -> DSL.field("avg({0})::double precision", taken.apply(number(value, exactly())));
            case STDDEV -> DSL.field("stddev_samp({0})::double precision", taken.apply(number(value, exactly())));
            case PERCENTILE ->
                DSL.field(
                        "percentile_cont({0}) within group (order by {1})",
                        DSL.val(fraction(Given.look(arguments.get("fraction")), place)),
                        number(value, "double precision"));
        };
    }

    /** The same in every statement: what floating-point numbers sum up to depends on the order in which they are taken. */
    Field<Object> repeatable(String alias, Map<String, Object> arguments, String place) {
        return isFloat()
                ? of(alias, value -> DSL.field("{0} order by {0}", value), arguments, place)
                : of(alias, arguments, place);
    }

    private boolean isFloat() {
        return column.column().type().plain() instanceof ColumnType.Scalar(ScalarKind kind)
                && (kind == ScalarKind.REAL || kind == ScalarKind.DOUBLE);
    }

    /** PostgreSQL sums up as it should, except for money, which is not a number to it, and floats of single precision. */
    private Field<Object> number(Field<Object> value, String type) {
        boolean exact = column.column().type().plain() instanceof ColumnType.Scalar(ScalarKind kind)
                && (kind == ScalarKind.MONEY || kind == ScalarKind.REAL || function == AggregateFunction.PERCENTILE);
        return exact ? DSL.field("{0}::{1}", money(value), DSL.sql(type)) : value;
    }

    /** Money becomes no other number than a numeric. */
    private Field<Object> money(Field<Object> value) {
        return column.column().type().plain() instanceof ColumnType.Scalar(ScalarKind kind) && kind == ScalarKind.MONEY
                ? DSL.field("{0}::numeric", value)
                : value;
    }

    private String exactly() {
        return column.column().type().plain() instanceof ColumnType.Scalar(ScalarKind kind) && kind == ScalarKind.REAL
                ? "double precision"
                : "numeric";
    }

    private static double fraction(@Nullable Object fraction, String place) {
        double value = fraction instanceof Number number ? number.doubleValue() : Double.NaN;
        if (!(value >= 0 && value <= 1)) {
            throw Refusal.input(place + ".fraction: goes from 0 to 1, not " + value);
        }
        return value;
    }
}
