package io.weft.postgres.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param comment what COMMENT ON COLUMN says to people, its domain's comment otherwise, null if there is none
 * @param tags     what the comment says to us
 * @param readable whether who read the catalog may read it
 * @param writing  what a writer must know
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String comment,
        Tags tags,
        boolean readable,
        Writing writing) {

    public Column(String name, ColumnType type, boolean nullable, @Nullable String comment) {
        this(name, type, nullable, comment, Tags.NONE, true, Writing.NONE);
    }

    /** The same, never null. */
    Column required() {
        return new Column(name, type, false, comment, tags, readable, writing);
    }
}
