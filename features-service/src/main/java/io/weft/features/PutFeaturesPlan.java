package io.weft.features;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lines {@code {"record": srn, "rows": [{…}]}} replace all rows of a hook for their records, as one run. */
final class PutFeaturesPlan implements BulkPlan {

    private final HookDefinition hook;
    private final String release;
    private final UUID run;
    private final Set<String> names = new HashSet<>();

    PutFeaturesPlan(HookDefinition hook, String release, UUID run) {
        this.hook = hook;
        this.release = release;
        this.run = run;
        hook.columns().forEach(column -> names.add(column.name()));
    }

    @Override
    public List<String> columns() {
        // A record without rows is staged too, so that its old rows go; it has no position.
        List<String> columns = new ArrayList<>(List.of("record text", "pos integer"));
        for (int i = 0; i < hook.columns().size(); i++) {
            columns.add("c" + i + " " + hook.columns().get(i).type().sql());
        }
        return columns;
    }

    @Override
    public List<List<@Nullable String>> rows(JsonNode line) {
        for (String name : line.propertyNames()) {
            if (!name.equals("record") && !name.equals("rows")) {
                throw Refusal.input("\"" + name + "\" means nothing here: a line has record and rows");
            }
        }
        String record = record(line.path("record"));
        JsonNode rows = line.path("rows");
        if (!rows.isArray()) {
            throw Refusal.input("rows: a list of objects is needed");
        }
        if (hook.cardinality() == HookDefinition.Cardinality.ONE && rows.size() > 1) {
            throw Refusal.input("rows: the hook " + hook.name() + " has one row per record, not " + rows.size());
        }
        List<List<@Nullable String>> staged = new ArrayList<>();
        int position = 0;
        for (JsonNode row : rows) {
            staged.add(row(record, row, position++));
        }
        if (staged.isEmpty()) {
            List<@Nullable String> none = new ArrayList<>();
            none.add(record);
            hook.columns().forEach(_ -> none.add(null));
            none.add(null);
            staged.add(none);
        }
        return staged;
    }

    private List<@Nullable String> row(String record, JsonNode row, int position) {
        String place = "rows[" + position + "]";
        if (!row.isObject()) {
            throw Refusal.input(place + ": an object with the hook's columns is needed");
        }
        for (String name : row.propertyNames()) {
            if (!names.contains(name)) {
                throw Refusal.input(place + "." + name + ": the hook " + hook.name() + " has no such column; it has "
                        + String.join(
                                ", ",
                                hook.columns().stream().map(HookColumn::name).toList()));
            }
        }
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(record);
        cells.add(Integer.toString(position));
        for (HookColumn column : hook.columns()) {
            String here = place + "." + column.name();
            String text = StageValue.text(column.type(), row.get(column.name()), here);
            if (text == null && column.required()) {
                throw Refusal.input(here + ": is required");
            }
            cells.add(text);
        }
        return cells;
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
        List<Check> checks = new ArrayList<>(Check.of(FeaturesBlueprint.PARENT));
        checks.add(Check.once());
        return checks;
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
        StringJoiner columns = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        for (int i = 0; i < hook.columns().size(); i++) {
            columns.add(Sql.quote(hook.columns().get(i).name()));
            values.add("s.c" + i);
        }
        ParentRow parent = FeaturesBlueprint.PARENT;
        String table = hook.table().sql();
        String staged =
                " FROM staged s JOIN " + parent.table().sql() + " r ON r.srn = s.record WHERE s.line BETWEEN $1 AND $2";
        return List.of(
                "DELETE FROM " + table + " WHERE " + parent.number() + " IN (SELECT r.number" + staged + ")",
                "INSERT INTO " + table + " (" + parent.columns() + ", run_id, " + columns + ") SELECT "
                        + ParentRow.values("r") + ", '" + run + "'::uuid, " + values + staged
                        + " AND s.pos IS NOT NULL ORDER BY s.line, s.pos");
    }
}
