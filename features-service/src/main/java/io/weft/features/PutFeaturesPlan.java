package io.weft.features;

import io.weft.postgres.bulk.BulkPlan;
import io.weft.postgres.bulk.Check;
import io.weft.postgres.bulk.RecordLine;
import io.weft.postgres.bulk.StagedColumns;
import io.weft.postgres.ddl.ParentRow;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lines {@code {"record": srn, "rows": [{…}]}} replace all rows of a hook for their records, as one run. */
final class PutFeaturesPlan implements BulkPlan {

    private static final List<String> MEMBERS = List.of("record", "rows");

    private final HookDefinition hook;
    private final String release;
    private final UUID run;
    private final StagedColumns columns;

    PutFeaturesPlan(HookDefinition hook, String release, UUID run) {
        this.hook = hook;
        this.release = release;
        this.run = run;
        this.columns = new StagedColumns(
                "the hook " + hook.name(),
                hook.columns().stream().map(HookColumn::column).toList());
    }

    @Override
    public List<String> columns() {
        // A record without rows is staged too, so that its old rows go; it has no position.
        List<String> all = new ArrayList<>(List.of("record text", "pos integer"));
        all.addAll(columns.definitions());
        return all;
    }

    @Override
    public List<List<@Nullable String>> rows(JsonNode line) {
        RecordLine.only(line, MEMBERS);
        String record = RecordLine.srn(line);
        JsonNode rows = line.path("rows");
        if (!rows.isArray()) {
            throw Refusal.input("rows: a list of objects is needed");
        }
        if (hook.cardinality() == HookDefinition.Cardinality.ONE && rows.size() > 1) {
            throw Refusal.input("rows: the hook " + hook.name() + " has one row per record, not " + rows.size());
        }
        List<List<@Nullable String>> staged = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            staged.add(row(record, Integer.toString(i), columns.cells(rows.get(i), "rows[" + i + "]")));
        }
        return staged.isEmpty() ? List.of(row(record, null, columns.none())) : staged;
    }

    private static List<@Nullable String> row(String record, @Nullable String position, List<@Nullable String> cells) {
        List<@Nullable String> row = new ArrayList<>();
        row.add(record);
        row.add(position);
        row.addAll(cells);
        return row;
    }

    @Override
    public List<Check> checks() {
        return Check.of(ParentRow.RECORD);
    }

    @Override
    public List<Sql> preparation() {
        return List.of(Sql.of(
                "INSERT INTO features.runs (id, hook, release) VALUES ($1::uuid, $2, $3)",
                run.toString(),
                hook.name(),
                release));
    }

    @Override
    public List<String> writes() {
        ParentRow parent = ParentRow.RECORD;
        String table = hook.table().sql();
        String staged =
                " FROM staged s JOIN " + parent.table().sql() + " r ON r.srn = s.record WHERE s.line BETWEEN $1 AND $2";
        return List.of(
                "DELETE FROM " + table + " WHERE " + parent.number() + " IN (SELECT r.number" + staged + ")",
                "INSERT INTO " + table + " (" + parent.columns() + ", run_id, " + columns.names() + ") SELECT "
                        + ParentRow.values("r") + ", '" + run + "'::uuid, " + columns.values("s") + staged
                        + " AND s.pos IS NOT NULL ORDER BY s.line, s.pos");
    }

    @Override
    public Optional<Problem> broken(String constraint) {
        return columns.broken(constraint);
    }
}
