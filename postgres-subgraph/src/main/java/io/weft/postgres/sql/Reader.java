package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a value of the answer from the cells of one row of the statement. A cell is the text of a column. */
public sealed interface Reader {

    @Nullable Object read(List<@Nullable String> cells);

    /** A reader and the client's name for what it reads. */
    record Named(String responseName, Reader reader) {}

    /**
     * One value.
     *
     * @param shown the GraphQL type of the value, or of its elements
     */
    record Cell(int index, ColumnType type, String shown) implements Reader {
        @Override
        public @Nullable Object read(List<@Nullable String> cells) {
            String text = cells.get(index);
            return text == null ? null : ReadValue.read(type, shown, text);
        }
    }

    /** What has no value here, such as a column that is not grouped by in the key of a group. */
    record Nothing() implements Reader {
        @Override
        public @Nullable Object read(List<@Nullable String> cells) {
            return null;
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

    /** Rows in one cell, as a list of objects. */
    record Rows(int index, ObjectReader object) implements Reader {
        @Override
        public List<Row> read(List<@Nullable String> cells) {
            return ArrayText.rows(Objects.requireNonNull(cells.get(index))).stream()
                    .map(object::read)
                    .toList();
        }
    }

    /**
     * A connection: its rows in one cell, what else is asked of it in others.
     *
     * @param rowsIndex -1 where no rows were asked for
     * @param beside    what else is asked of the connection, by the client's names
     */
    record Many(int rowsIndex, Map<String, Reader> beside, PageReader page) implements Reader {
        @Override
        public Row read(List<@Nullable String> cells) {
            String rows = rowsIndex < 0 ? null : cells.get(rowsIndex);
            Map<String, @Nullable Object> values = new HashMap<>();
            beside.forEach((name, reader) -> values.put(name, reader.read(cells)));
            return page.read(rows == null ? new ArrayList<>() : ArrayText.rows(rows), values);
        }
    }
}
