package io.weft.records;

import io.weft.contracts.ParsedSrn;
import io.weft.contracts.Principal;
import io.weft.contracts.Srn;
import io.weft.postgres.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that is to be published, checked as far as it can be without the database. */
record RecordDraft(
        Srn srn, boolean proposed, Srn convention, Srn schema, String source, Optional<String> owner, Access access) {

    private static final Set<String> FIELDS = Set.of(
            "id", "conventionSrn", "schemaId", "schemaVersion", "source", "owner", "visibility", "embargoedUntil");

    /**
     * Reads the publish input of the mutation or of a line.
     *
     * @param place where it stands, as the beginning of a message; may be empty
     * @throws Refusal naming the field that is wrong
     */
    static RecordDraft read(RecordsSettings settings, Map<String, ? extends @Nullable Object> input, String place) {
        TreeSet<String> unknown = new TreeSet<>(input.keySet());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw Refusal.input(
                    place + "there is no field \"" + unknown.first() + "\"; the fields are " + new TreeSet<>(FIELDS));
        }
        Optional<String> id = optional(input, "id", place);
        String prefix = "urn:osa:" + settings.domain();
        Srn srn = srn(
                prefix + ":rec:" + id.orElseGet(() -> UUID.randomUUID().toString()) + "@1",
                place + "id: ",
                Srn.Type.REC);
        Srn convention = srn(required(input, "conventionSrn", place), place + "conventionSrn: ", Srn.Type.CONV);
        Srn schema = srn(
                prefix + ":schema:" + required(input, "schemaId", place) + "@"
                        + required(input, "schemaVersion", place),
                place + "schemaId and schemaVersion: ",
                Srn.Type.SCHEMA);
        Optional<String> owner = optional(input, "owner", place);
        if (owner.isPresent() && !Principal.isUserId(owner.get())) {
            throw Refusal.input(place + "owner must be a user's id");
        }
        return new RecordDraft(
                srn,
                id.isPresent(),
                convention,
                schema,
                source(required(input, "source", place), place),
                owner,
                Access.read(input, place).orElseGet(Access.Everybody::new));
    }

    static String source(String text, String place) {
        if (text.isBlank() || text.length() > 1000 || text.indexOf('\0') >= 0) {
            throw Refusal.input(place + "source must have 1 to 1000 characters");
        }
        return text;
    }

    /** @throws Refusal if it is no SRN of that type */
    static Srn srn(String text, String place, Srn.Type type) {
        return switch (Srn.parse(text)) {
            case ParsedSrn.Valid(Srn srn) when srn.type() == type -> srn;
            case ParsedSrn.Valid(Srn srn) ->
                throw Refusal.input(place + "needs an SRN of type " + type.text() + ", but " + srn + " is a "
                        + srn.type().text());
            case ParsedSrn.Invalid invalid -> throw Refusal.input(place + invalid.message());
        };
    }

    static Optional<String> optional(Map<String, ? extends @Nullable Object> input, String name, String place) {
        return switch (input.get(name)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Object other -> throw Refusal.input(place + name + " must be a text, not " + other);
        };
    }

    static String required(Map<String, ? extends @Nullable Object> input, String name, String place) {
        return optional(input, name, place).orElseThrow(() -> Refusal.input(place + name + " is missing"));
    }

    /** As a row of the staging table. */
    Map<String, @Nullable Object> row(String defaultOwner) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("srn", srn.toString());
        row.put("proposed", proposed);
        row.put("domain", srn.domain());
        row.put("local_id", srn.id());
        row.put("version", Integer.valueOf(srn.version().orElseThrow()));
        row.put("convention_srn", convention.toString());
        row.put("schema_id", schema.id());
        row.put("schema_version", schema.version().orElseThrow());
        row.put("source", source);
        row.put("owner", owner.orElse(defaultOwner));
        row.put("readable_from", access.readableFrom());
        return row;
    }
}
