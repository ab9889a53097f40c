package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one type by one of its keys.
 *
 * @param key   its columns
 * @param texts per column of the key its texts, as PostgreSQL writes them, one of each row: a list, or a {@link Given} one
 */
public record KeyedRows(ObjectType type, List<Column> key, List<?> texts) {
    public KeyedRows {
        key = List.copyOf(key);
        texts = List.copyOf(texts);
        if (key.size() != texts.size()) {
            throw new IllegalArgumentException(
                    type.name() + ": " + texts.size() + " columns of texts for " + key.size() + " columns of the key");
        }
    }

    /** @param keys per row the texts of its key's columns */
    public static List<List<String>> columns(List<Column> key, List<List<String>> keys) {
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            int at = i;
            columns.add(keys.stream().map(values -> values.get(at)).toList());
        }
        return columns;
    }
}
