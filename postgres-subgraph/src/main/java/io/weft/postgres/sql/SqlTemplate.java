package io.weft.postgres.sql;

import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * A piece of a service's own SQL.
 *
 * @param text   with {0}, {1}, … where the values belong
 * @param values texts, numbers, booleans, arrays of them
 */
public record SqlTemplate(String text, List<Object> values) {

    public SqlTemplate {
        values = List.copyOf(values);
    }

    /** Another text with the same values. */
    SqlTemplate with(String other) {
        return new SqlTemplate(other, values);
    }

    Field<Object> part() {
        return DSL.field(text, values.stream().map(DSL::val).toArray(QueryPart[]::new));
    }
}
