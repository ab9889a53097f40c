package io.weft.metadata;

import io.weft.postgres.bulk.BulkPlan;
import io.weft.postgres.bulk.Check;
import io.weft.postgres.bulk.RecordLine;
import io.weft.postgres.bulk.StagedColumns;
import io.weft.postgres.ddl.ParentRow;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lines {@code {"record": srn, "values": {…}}} become rows of a schema's table. */
final class PutMetadataPlan implements BulkPlan {

    private static final List<String> MEMBERS = List.of("record", "values");

    private final SchemaDefinition schema;
    private final StagedColumns columns;

    PutMetadataPlan(SchemaDefinition schema) {
        this.schema = schema;
        this.columns = new StagedColumns(
                schema.id() + "@" + schema.version(),
                schema.fields().stream().map(FieldColumn::of).toList());
    }

    @Override
    public List<String> columns() {
        List<String> all = new ArrayList<>(List.of("record text"));
        all.addAll(columns.definitions());
        return all;
    }

    @Override
    public List<List<@Nullable String>> rows(JsonNode line) {
        RecordLine.only(line, MEMBERS);
        List<@Nullable String> row = new ArrayList<>();
        row.add(RecordLine.srn(line));
        row.addAll(columns.cells(line.path("values"), "values"));
        return List.of(row);
    }

    @Override
    public List<Check> checks() {
        return Check.of(ParentRow.RECORD);
    }

    @Override
    public List<String> writes() {
        ParentRow parent = ParentRow.RECORD;
        return List.of("INSERT INTO " + schema.table().sql() + " (" + parent.columns() + ", schema_version, "
                + columns.names() + ") SELECT " + ParentRow.values("r") + ", "
                + Sql.literal(schema.version().toString()) + ", " + columns.values("s")
                + " FROM staged s JOIN " + parent.table().sql() + " r ON r.srn = s.record"
                + " WHERE s.line BETWEEN $1 AND $2 ORDER BY s.line ON CONFLICT (" + parent.number()
                + ") DO UPDATE SET schema_version = excluded.schema_version, " + columns.updates());
    }

    @Override
    public Optional<Problem> broken(String constraint) {
        return columns.broken(constraint);
    }
}
