package io.weft.postgres.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param comment COMMENT ON COLUMN, null if there is none
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String comment) {}
