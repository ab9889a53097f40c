package io.weft.postgres.operation;

import io.weft.postgres.operation.GivenVariables.Places;
import io.weft.postgres.sql.ArrayText;
import io.weft.postgres.sql.CompileSelection.Reading;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes a field of the query from all rows of its statement. */
sealed interface WriteRows {

    void write(List<List<@Nullable String>> rows, RequestValues values, JsonGenerator out);

    /** Of one row, or none. */
    record Only(boolean nullable, Writer writer) implements WriteRows {
        @Override
        public void write(List<List<@Nullable String>> rows, RequestValues values, JsonGenerator out) {
            if (rows.isEmpty()) {
                Writer.writeNull(nullable, out);
            } else {
                writer.write(rows.getFirst(), values, out);
            }
        }
    }

    /**
     * Entities, each in its place.
     *
     * @param places  the given value that says where these are
     * @param writers of each group of them
     */
    record Entities(int places, List<Writer> writers) implements WriteRows {
        public Entities {
            writers = List.copyOf(writers);
        }

        /** A row and what writes it. */
        private record Found(Writer writer, List<@Nullable String> cells) {}

        @Override
        public void write(List<List<@Nullable String>> rows, RequestValues values, JsonGenerator out) {
            Places where = (Places) values.given().get(places);
            @Nullable Found[] found = new @Nullable Found[where.size()];
            for (List<@Nullable String> row : rows) {
                boolean gathered = writers.size() > 1;
                int group = gathered ? Integer.parseInt(Objects.requireNonNull(row.getFirst())) : 0;
                List<@Nullable String> cells = gathered ? ArrayText.elements(Objects.requireNonNull(row.get(1))) : row;
                found[where.groups().get(group).get(Reading.place(cells))] = new Found(writers.get(group), cells);
            }
            out.writeStartArray();
            for (Found each : found) {
                if (each == null) {
                    out.writeNull();
                } else {
                    each.writer().write(each.cells(), values, out);
                }
            }
            out.writeEndArray();
        }
    }
}
