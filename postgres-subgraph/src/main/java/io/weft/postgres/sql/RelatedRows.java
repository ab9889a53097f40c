package io.weft.postgres.sql;

import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField.Join;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** The rows that joins lead to, and what they come to as one value of the row they start from. */
record RelatedRows(ObjectType type, List<Join> joins, Aliases aliases) {

    RelatedRows {
        joins = List.copyOf(joins);
    }

    /**
     * A value of them: of the only one, or of an aggregate.
     *
     * @param alias of the table they start from
     * @param value by the alias of their own
     */
    Field<Object> value(String alias, Function<String, Field<Object>> value) {
        String other = aliases.next();
        return DSL.field(
                "({0})",
                DSL.select(value.apply(other))
                        .from(Expressions.table(type.table().name(), other))
                        .where(CompileFilter.joined(joins, alias, other)));
    }

    /** What their values of a column come to, the same in every statement. */
    Field<Object> aggregate(String alias, AggregateValue value, Map<String, Object> arguments, String place) {
        return switch (value.function()) {
            case MIN -> first(alias, value, Field::asc);
            case MAX -> first(alias, value, Field::desc);
            case DISTINCT, SUM, AVG, STDDEV, PERCENTILE ->
                value(alias, other -> value.repeatable(other, arguments, place));
        };
    }

    /** The first of the values that are there: min and max of PostgreSQL do not know all types that have an order. */
    private Field<Object> first(String alias, AggregateValue value, Function<Field<Object>, SortField<Object>> order) {
        String other = aliases.next();
        Field<Object> column = Expressions.comparable(other, value.column().column());
        Condition rows = CompileFilter.joined(joins, alias, other).and(column.isNotNull());
        return DSL.field(
                "({0})",
                DSL.select(column)
                        .from(Expressions.table(type.table().name(), other))
                        .where(rows)
                        .orderBy(order.apply(column))
                        .limit(DSL.inline(1)));
    }
}
