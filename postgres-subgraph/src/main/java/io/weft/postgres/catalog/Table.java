package io.weft.postgres.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param comment     COMMENT ON TABLE, null if there is none
 * @param columns     in their order
 * @param primaryKey  its columns, empty if there is none
 * @param uniqueKeys  the columns of every other unique constraint
 * @param foreignKeys by name
 */
public record Table(
        TableName name,
        @Nullable String comment,
        List<Column> columns,
        List<String> primaryKey,
        List<List<String>> uniqueKeys,
        List<ForeignKey> foreignKeys) {

    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /** @throws IllegalArgumentException if there is no such column */
    public Column column(String column) {
        for (Column candidate : columns) {
            if (candidate.name().equals(column)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column \"" + column + "\"");
    }
}
