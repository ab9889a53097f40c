package io.weft.postgres.operation;

import io.weft.postgres.selection.Found;
import io.weft.postgres.sql.SelectorQuery;
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

    record TypeName(SerializableString name, SerializableString typeName) implements Part {}

    record Entries(SerializableString name, List<EntryPart> parts) implements Part {
        Entries {
            parts = List.copyOf(parts);
        }
    }

    /** What is said of the selection, from the cells of its row. */
    record Facets(SerializableString name, Writer writer) implements Part {}

    /** A field of an entry. */
    record EntryPart(SerializableString name, EntryField field) {}

    /** What an entry has. */
    enum EntryField {
        KEY,
        CURSOR,
        SCORE,
        TYPE_NAME
    }

    void write(Found found, RequestValues values, JsonGenerator out) {
        out.writeStartObject();
        for (Part part : parts) {
            out.writeName(part.name());
            switch (part) {
                case Keys _ -> out.writeString(found.keys().encoded());
                case Complete _ -> out.writeBoolean(found.complete());
                case Count _ -> out.writeNumber(found.count());
                case Estimate _ -> out.writeNumber(found.estimate());
                case TypeName(SerializableString _, SerializableString typeName) -> out.writeString(typeName);
                case Entries(SerializableString _, List<EntryPart> fields) -> entries(found, fields, values, out);
                case Facets(SerializableString name, Writer writer) ->
                    writer.write(found.facet(name.getValue()), values, out);
            }
        }
        out.writeEndObject();
    }

    private static void entries(Found found, List<EntryPart> fields, RequestValues values, JsonGenerator out) {
        Function<List<@Nullable String>, String> cursors =
                fields.stream().anyMatch(part -> part.field() == EntryField.CURSOR)
                        ? found.query().cursors(values.given())
                        : _ -> "";
        out.writeStartArray();
        for (List<@Nullable String> entry : found.entries()) {
            out.writeStartObject();
            for (EntryPart part : fields) {
                out.writeName(part.name());
                switch (part.field()) {
                    case KEY -> out.writeNumber(SelectorQuery.key(entry));
                    case CURSOR -> out.writeString(cursors.apply(entry));
                    case SCORE -> score(found.query().score(entry), out);
                    case TYPE_NAME -> out.writeString("SelectionEntry");
                }
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void score(@Nullable Double score, JsonGenerator out) {
        if (score == null) {
            out.writeNull();
        } else if (Double.isFinite(Objects.requireNonNull(score))) {
            out.writeNumber(score);
        } else {
            throw new CannotWrite(score + " is no Float of GraphQL");
        }
    }
}
