package io.weft.postgres.operation;

import io.weft.postgres.sql.ArrayText;
import io.weft.postgres.sql.PageReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;

/**
 * Writes a value of the answer from the cells of one row of the statement: what a {@link io.weft.postgres.sql.Reader} reads for the engine, and
 * what the engine makes of it. Throws {@link CannotWrite}, or whatever a scalar throws, where the engine would answer with an error.
 */
sealed interface Writer {

    void write(List<@Nullable String> cells, RequestValues values, JsonGenerator out);

    /** A writer and the client's name for what it writes. */
    record Named(SerializableString name, Writer writer) {}

    /** The name of a type. */
    record TypeName(SerializableString typeName) implements Writer {
        @Override
        public void write(List<@Nullable String> cells, RequestValues values, JsonGenerator out) {
            out.writeString(typeName);
        }
    }

    /** One value. */
    record Cell(int index, boolean nullable, WriteLeaf leaf) implements Writer {
        @Override
        public void write(List<@Nullable String> cells, RequestValues values, JsonGenerator out) {
            String text = cells.get(index);
            if (text != null) {
                leaf.write(text, out);
            } else {
                writeNull(nullable, out);
            }
        }
    }

    /** Null. */
    record Nothing(boolean nullable) implements Writer {
        @Override
        public void write(List<@Nullable String> cells, RequestValues values, JsonGenerator out) {
            writeNull(nullable, out);
        }
    }

    /** An object whose values lie in the same cells. */
    record OfObject(List<Named> fields) implements Writer {
        public OfObject {
            fields = List.copyOf(fields);
        }

        @Override
        public void write(List<@Nullable String> cells, RequestValues values, JsonGenerator out) {
            out.writeStartObject();
            for (Named field : fields) {
                out.writeName(field.name());
                field.writer().write(cells, values, out);
            }
            out.writeEndObject();
        }
    }

    /** A related object, its own cells in one cell. */
    record One(int index, boolean nullable, OfObject object) implements Writer {
        @Override
        public void write(List<@Nullable String> cells, RequestValues values, JsonGenerator out) {
            String text = cells.get(index);
            if (text != null) {
                object.write(ArrayText.elements(text), values, out);
            } else {
                writeNull(nullable, out);
            }
        }
    }

    /** Rows in one cell, as a list of objects. */
    record Rows(int index, OfObject object) implements Writer {
        @Override
        public void write(List<@Nullable String> cells, RequestValues values, JsonGenerator out) {
            out.writeStartArray();
            String rows = cells.get(index);
            if (rows == null) {
                throw new CannotWrite("there are no rows");
            }
            for (List<@Nullable String> row : ArrayText.rows(rows)) {
                object.write(row, values, out);
            }
            out.writeEndArray();
        }
    }

    /**
     * A connection.
     *
     * @param rowsIndex the cell of its rows; -1 where none were asked for
     */
    record OfConnection(int rowsIndex, PageReader page, List<Part> parts) implements Writer {
        public OfConnection {
            parts = List.copyOf(parts);
        }

        @Override
        public void write(List<@Nullable String> cells, RequestValues values, JsonGenerator out) {
            String text = rowsIndex < 0 ? null : cells.get(rowsIndex);
            List<List<@Nullable String>> rows = text == null ? List.of() : ArrayText.rows(text);
            boolean more = page.more(rows, values.given());
            List<List<@Nullable String>> kept = page.kept(rows, values.given());
            out.writeStartObject();
            for (Part part : parts) {
                out.writeName(part.name());
                switch (part) {
                    case Part.Nodes(SerializableString _, OfObject node) -> list(kept, node, values, out);
                    case Part.Edges(SerializableString _, OfObject edge) -> list(kept, edge, values, out);
                    case Part.Info(SerializableString _, List<InfoField> fields) ->
                        info(fields, kept, more, values, out);
                    case Part.Beside(SerializableString _, Writer writer) -> writer.write(cells, values, out);
                }
            }
            out.writeEndObject();
        }

        private static void list(
                List<List<@Nullable String>> rows, OfObject object, RequestValues values, JsonGenerator out) {
            out.writeStartArray();
            for (List<@Nullable String> row : rows) {
                object.write(row, values, out);
            }
            out.writeEndArray();
        }

        private void info(
                List<InfoField> fields,
                List<List<@Nullable String>> rows,
                boolean more,
                RequestValues values,
                JsonGenerator out) {
            out.writeStartObject();
            for (InfoField field : fields) {
                out.writeName(field.name());
                out.writePOJO(
                        field.field().equals("__typename")
                                ? "PageInfo"
                                : page.info(
                                        field.field(),
                                        rows,
                                        more,
                                        cells -> values.cursors(page).apply(cells)));
            }
            out.writeEndObject();
        }
    }

    /** A field of a connection. */
    sealed interface Part {
        SerializableString name();

        record Nodes(SerializableString name, OfObject node) implements Part {}

        record Edges(SerializableString name, OfObject edge) implements Part {}

        record Info(SerializableString name, List<InfoField> fields) implements Part {}

        /** What stands in the cells around the connection. */
        record Beside(SerializableString name, Writer writer) implements Part {}
    }

    /** A field of PageInfo and the client's name for it. */
    record InfoField(SerializableString name, String field) {}

    /** The cursor of a row. */
    record OfCursor(PageReader page) implements Writer {
        @Override
        public void write(List<@Nullable String> cells, RequestValues values, JsonGenerator out) {
            out.writeString(values.cursors(page).apply(cells));
        }
    }

    static void writeNull(boolean nullable, JsonGenerator out) {
        if (!nullable) {
            throw new CannotWrite("null where the schema promises a value");
        }
        out.writeNull();
    }
}
