package io.weft.postgres.sql;

import io.weft.postgres.schema.PublishedField.ColumnField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a value of the answer from the cells of one row of the statement. A cell is the text of a column. */
sealed interface Reader {

    @Nullable Object read(List<@Nullable String> cells);

    /** A reader and the client's name for what it reads. */
    record Named(String responseName, Reader reader) {}

    /** One column's value. */
    record Cell(int index, ColumnField field) implements Reader {
        @Override
        public @Nullable Object read(List<@Nullable String> cells) {
            String text = cells.get(index);
            return text == null ? null : ReadValue.read(field.column().type(), field.type(), text);
        }
    }

    /** An object whose values lie in the same cells. */
    record ObjectReader(String typeName, List<Named> fields) implements Reader {
        public ObjectReader {
            fields = List.copyOf(fields);
        }

        @Override
        public Row read(List<@Nullable String> cells) {
            Map<String, @Nullable Object> values = HashMap.newHashMap(fields.size());
            for (Named field : fields) {
                values.put(field.responseName(), field.reader().read(cells));
            }
            return new Row(typeName, values);
        }
    }

    /** A related object, its own cells in one cell; null where there is none. */
    record One(int index, ObjectReader object) implements Reader {
        @Override
        public @Nullable Object read(List<@Nullable String> cells) {
            String text = cells.get(index);
            return text == null ? null : object.read(ArrayText.elements(text));
        }
    }

    /** A connection: its rows in one cell, the total in another; -1 for a cell that was not asked. */
    record Many(int rowsIndex, int totalIndex, PageReader page) implements Reader {
        @Override
        public Row read(List<@Nullable String> cells) {
            String rows = rowsIndex < 0 ? null : cells.get(rowsIndex);
            String total = totalIndex < 0 ? null : cells.get(totalIndex);
            return page.read(
                    rows == null ? new ArrayList<>() : ArrayText.rows(rows), total == null ? 0 : Long.parseLong(total));
        }
    }
}
