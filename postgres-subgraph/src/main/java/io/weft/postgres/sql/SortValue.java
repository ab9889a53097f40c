package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Field;

/**
 * What rows are sorted by: a column, or what follows from the row.
 *
 * @param name       tells it from every other of its table; part of the cursors' fingerprint
 * @param arguments  what it depends on besides; asked for only where somebody needs to tell it from others
 * @param expression by the alias of the row's table
 */
record SortValue(
        String name,
        Supplier<String> arguments,
        ColumnType type,
        boolean nullable,
        Function<String, Field<Object>> expression) {

    /** One without arguments. */
    SortValue(String name, ColumnType type, boolean nullable, Function<String, Field<Object>> expression) {
        this(name, () -> "", type, nullable, expression);
    }

    static SortValue of(Column column) {
        return new SortValue(
                column.name(), column.type(), column.nullable(), alias -> Expressions.column(alias, column.name()));
    }

    Field<Object> of(String alias) {
        return expression.apply(alias);
    }
}
