package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.schema.ObjectType;
import java.util.List;

/**
 * Rows of one type by one of its keys.
 *
 * @param key  its columns
 * @param keys per row the texts of the key's columns, as PostgreSQL writes them
 */
public record KeyedRows(ObjectType type, List<Column> key, List<List<String>> keys) {
    public KeyedRows {
        key = List.copyOf(key);
        keys = keys.stream().map(List::copyOf).toList();
    }
}
