package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What rows are sorted by: a column, or what follows from the row.
 *
 * @param name       tells it from every other of its table; part of the cursors' fingerprint
 * @param arguments  what it depends on besides, some of it perhaps {@link Given}; null where that is nothing
 * @param expression by the alias of the row's table
 */
record SortValue(
        String name,
        @Nullable Object arguments,
        ColumnType type,
        boolean nullable,
        Function<String, Field<Object>> expression) {

    /** One without arguments. */
    SortValue(String name, ColumnType type, boolean nullable, Function<String, Field<Object>> expression) {
        this(name, null, type, nullable, expression);
    }

    static SortValue of(Column column) {
        return new SortValue(
                column.name(), column.type(), column.nullable(), alias -> Expressions.comparable(alias, column));
    }

    Field<Object> of(String alias) {
        return expression.apply(alias);
    }
}
