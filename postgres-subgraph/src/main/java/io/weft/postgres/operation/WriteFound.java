package io.weft.postgres.operation;

import io.weft.postgres.selection.Selection;
import io.weft.postgres.sql.SelectorQuery.Entry;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;

/** Writes a selector's answer from what was found. */
record WriteFound(List<Part> parts) {

    WriteFound {
        parts = List.copyOf(parts);
    }

    /** A field of the answer, under the client's name for it. */
    sealed interface Part {
        SerializableString name();
    }

    record Keys(SerializableString name) implements Part {}

    record Complete(SerializableString name) implements Part {}

    record Count(SerializableString name) implements Part {}

    record Estimate(SerializableString name) implements Part {}

    record EndCursor(SerializableString name) implements Part {}

    record Recall(SerializableString name) implements Part {}

    record TypeName(SerializableString name, SerializableString typeName) implements Part {}

    record Entries(SerializableString name, List<EntryPart> parts) implements Part {
        Entries {
            parts = List.copyOf(parts);
        }
    }

    /** What is said of the selection, from the cells of its row. */
    record Facets(SerializableString name, Writer writer) implements Part {}

    /** The page's entities, each from its cells. */
    record Nodes(SerializableString name, Writer writer) implements Part {}

    /**
     * The cells of an answer's objects.
     *
     * @param facets what is said of the selection, by the names of its fields in the answer
     * @param nodes  the page's entities; null for one that the caller may not see
     */
    record Cells(Function<String, List<@Nullable String>> facets, List<@Nullable List<@Nullable String>> nodes) {

        /** Of an answer without objects. */
        static final Cells NONE = new Cells(_ -> List.of(), List.of());
    }

    /** A field of an entry. */
    record EntryPart(SerializableString name, EntryField field) {}

    /** What an entry has. */
    enum EntryField {
        KEY,
        CURSOR,
        SCORE,
        TYPE_NAME
    }

    void write(Selection found, Cells cells, RequestValues values, JsonGenerator out) {
        out.writeStartObject();
        for (Part part : parts) {
            out.writeName(part.name());
            switch (part) {
                case Keys _ -> out.writeString(found.keys().encoded());
                case Complete _ -> out.writeBoolean(found.complete());
                case Count _ -> out.writeNumber(found.count());
                case Estimate _ -> out.writeNumber(found.estimate());
                case EndCursor _ -> text(found.endCursor(), out);
                case Recall _ -> number(found.recall(), out);
                case TypeName(SerializableString _, SerializableString typeName) -> out.writeString(typeName);
                case Entries(SerializableString _, List<EntryPart> fields) -> entries(found, fields, out);
                case Facets(SerializableString name, Writer writer) ->
                    writer.write(cells.facets().apply(name.getValue()), values, out);
                case Nodes(SerializableString _, Writer writer) -> nodes(cells.nodes(), writer, values, out);
            }
        }
        out.writeEndObject();
    }

    private static void entries(Selection found, List<EntryPart> fields, JsonGenerator out) {
        out.writeStartArray();
        for (Entry entry : found.entries()) {
            out.writeStartObject();
            for (EntryPart part : fields) {
                out.writeName(part.name());
                switch (part.field()) {
                    case KEY -> out.writeNumber(entry.key());
                    case CURSOR -> out.writeString(Objects.requireNonNull(entry.cursor()));
                    case SCORE -> number(entry.score(), out);
                    case TYPE_NAME -> out.writeString("SelectionEntry");
                }
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void nodes(
            List<@Nullable List<@Nullable String>> nodes, Writer writer, RequestValues values, JsonGenerator out) {
        out.writeStartArray();
        for (List<@Nullable String> node : nodes) {
            if (node == null) {
                Writer.writeNull(false, out);
            } else {
                writer.write(node, values, out);
            }
        }
        out.writeEndArray();
    }

    private static void text(@Nullable String text, JsonGenerator out) {
        if (text == null) {
            out.writeNull();
        } else {
            out.writeString(text);
        }
    }

    private static void number(@Nullable Double number, JsonGenerator out) {
        if (number == null) {
            out.writeNull();
        } else if (Double.isFinite(number)) {
            out.writeNumber(number);
        } else {
            throw new CannotWrite(number + " is no Float of GraphQL");
        }
    }
}
