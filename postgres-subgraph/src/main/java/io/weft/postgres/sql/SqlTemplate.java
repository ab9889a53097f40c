package io.weft.postgres.sql;

import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * A piece of a service's own SQL.
 *
 * @param text   with {0}, {1}, … where the values belong
 * @param values texts, numbers, booleans, arrays of them, {@link #SELECTED}; the library puts {@link Given} ones in their place
 */
public record SqlTemplate(String text, List<Object> values) {

    /** Stands for a statement of one column, {@code key}: what is selected, each once. */
    public static final Object SELECTED = Selected.KEYS;

    private enum Selected {
        KEYS
    }

    public SqlTemplate {
        values = List.copyOf(values);
    }

    /** Another text with the same values. */
    SqlTemplate with(String other) {
        return new SqlTemplate(other, values);
    }

    Field<Object> part() {
        return DSL.field(text, values.stream().map(Expressions::value).toArray(QueryPart[]::new));
    }

    /** @param selected what {@link #SELECTED} stands for */
    Field<Object> part(Select<?> selected) {
        return DSL.field(
                text,
                values.stream()
                        .map(value -> value == SELECTED ? selected : Expressions.value(value))
                        .toArray(QueryPart[]::new));
    }

    /** Whether what it says depends on what is selected. */
    boolean isOfSelection() {
        return values.contains(SELECTED);
    }
}
