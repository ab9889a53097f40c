package io.weft.metadata;

import io.weft.contracts.ParsedSrn;
import io.weft.contracts.Srn;
import io.weft.postgres.bulk.BulkPlan;
import io.weft.postgres.bulk.Check;
import io.weft.postgres.bulk.StageValue;
import io.weft.postgres.ddl.ParentRow;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lines {@code {"record": srn, "values": {…}}} become rows of a schema's table. */
final class PutMetadataPlan implements BulkPlan {

    private final SchemaDefinition schema;
    private final Set<String> names = new HashSet<>();

    PutMetadataPlan(SchemaDefinition schema) {
        this.schema = schema;
        schema.fields().forEach(field -> names.add(field.name()));
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("record text"));
        for (int i = 0; i < schema.fields().size(); i++) {
            columns.add("c" + i + " " + FieldColumn.type(schema.fields().get(i)).sql());
        }
        return columns;
    }

    @Override
    public List<List<@Nullable String>> rows(JsonNode line) {
        for (String name : line.propertyNames()) {
            if (!name.equals("record") && !name.equals("values")) {
                throw Refusal.input("\"" + name + "\" means nothing here: a line has record and values");
            }
        }
        JsonNode values = line.path("values");
        if (!values.isObject()) {
            throw Refusal.input("values: an object with the schema's fields is needed");
        }
        for (String name : values.propertyNames()) {
            if (!names.contains(name)) {
                throw Refusal.input("values." + name + ": " + schema.id() + "@" + schema.version()
                        + " has no such field; it has "
                        + String.join(
                                ", ",
                                schema.fields().stream()
                                        .map(FieldDefinition::name)
                                        .toList()));
            }
        }
        List<@Nullable String> row = new ArrayList<>();
        row.add(record(line.path("record")));
        for (FieldDefinition field : schema.fields()) {
            String place = "values." + field.name();
            String text = StageValue.text(FieldColumn.type(field), values.get(field.name()), place);
            if (text == null && field.required()) {
                throw Refusal.input(place + ": is required");
            }
            row.add(text);
        }
        return List.of(row);
    }

    private static String record(JsonNode value) {
        if (!value.isString()) {
            throw Refusal.input("record: the record's SRN is needed");
        }
        return switch (Srn.parse(value.stringValue())) {
            case ParsedSrn.Valid(Srn srn) -> srn.toString();
            case ParsedSrn.Invalid invalid -> throw Refusal.input("record: " + invalid.message());
        };
    }

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>(Check.of(MetadataBlueprint.PARENT));
        checks.add(Check.once());
        return checks;
    }

    @Override
    public List<String> writes() {
        StringJoiner columns = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        StringJoiner updates = new StringJoiner(", ");
        updates.add("schema_version = excluded.schema_version");
        for (int i = 0; i < schema.fields().size(); i++) {
            String column = Sql.quote(schema.fields().get(i).name());
            columns.add(column);
            values.add("s.c" + i);
            updates.add(column + " = excluded." + column);
        }
        ParentRow parent = MetadataBlueprint.PARENT;
        return List.of("INSERT INTO " + schema.table().sql() + " (" + parent.columns() + ", schema_version, " + columns
                + ") SELECT " + ParentRow.values("r") + ", "
                + Sql.literal(schema.version().toString()) + ", " + values
                + " FROM staged s JOIN " + parent.table().sql() + " r ON r.srn = s.record"
                + " WHERE s.line BETWEEN $1 AND $2 ORDER BY s.line ON CONFLICT (" + parent.number()
                + ") DO UPDATE SET " + updates);
    }
}
