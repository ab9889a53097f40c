package io.weft.postgres.bulk;

import io.weft.contracts.ParsedSrn;
import io.weft.contracts.Srn;
import io.weft.postgres.problem.Refusal;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a line that says something of a record: {@code {"record": srn, …}}. */
public final class RecordLine {

    private RecordLine() {}

    /**
     * The record's SRN.
     *
     * @throws Refusal if there is none, or it names no record
     */
    public static String srn(JsonNode line) {
        JsonNode value = line.path("record");
        if (!value.isString()) {
            throw Refusal.input("record: the record's SRN is needed");
        }
        return switch (Srn.parse(value.stringValue())) {
            case ParsedSrn.Valid(Srn srn) when srn.type() == Srn.Type.REC -> srn.toString();
            case ParsedSrn.Valid(Srn srn) ->
                throw Refusal.input("record: " + srn + " names no record but a "
                        + srn.type().text());
            case ParsedSrn.Invalid invalid -> throw Refusal.input("record: " + invalid.message());
        };
    }

    /** @throws Refusal if the line has a member that means nothing */
    public static void only(JsonNode line, Collection<String> members) {
        for (String name : line.propertyNames()) {
            if (!members.contains(name)) {
                throw Refusal.input(
                        "\"" + name + "\" means nothing here: a line has " + String.join(", ", List.copyOf(members)));
            }
        }
    }
}
