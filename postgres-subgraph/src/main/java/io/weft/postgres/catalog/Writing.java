package io.weft.postgres.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What one must know of a column to write it.
 *
 * @param insertable whether who read the catalog may give it a value in a new row; never where PostgreSQL makes the value
 * @param updatable  whether who read the catalog may change it
 * @param filled     whether it gets a value where a new row names none: a default, an identity, a generated value
 * @param byDefault  that value, as SQL; null where there is none or it is made from other columns
 * @param modifier   length, precision or dimension as {@code pg_attribute.atttypmod}, -1 for none
 * @param declared   the type as SQL declares it: {@code character varying(5)}
 */
public record Writing(
        boolean insertable,
        boolean updatable,
        boolean filled,
        @Nullable String byDefault,
        int modifier,
        String declared) {

    /** Of a column that is only read. */
    public static final Writing NONE = new Writing(false, false, false, null, -1, "");
}
