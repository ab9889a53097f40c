package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A connection becomes a few cells of the row around it: the page's rows as an array of arrays of text, one row more than asked to
 * know whether there is another page; and each total and aggregate. All see the same snapshot.
 */
final class CompileConnection {

    private static final ColumnType COUNT = ColumnType.of(ScalarKind.INTEGER);
    private static final Set<String> ROWS = Set.of("nodes", "edges", "pageInfo");

    private final Scope around;

    CompileConnection(Scope around) {
        this.around = around;
    }

    Reader.Many compile(
            ObjectType type,
            List<Join> joins,
            Map<String, Object> arguments,
            List<SelectedField> fields,
            String place) {
        return compile(type, joins, DSL.noCondition(), arguments, fields, place);
    }

    Reader.Many compile(
            ObjectType type,
            Condition condition,
            Map<String, Object> arguments,
            List<SelectedField> fields,
            String place) {
        return compile(type, List.of(), condition, arguments, fields, place);
    }

    private Reader.Many compile(
            ObjectType type,
            List<Join> joins,
            Condition condition,
            Map<String, Object> arguments,
            List<SelectedField> fields,
            String place) {
        OrderKeys order = around.orders().read(type, arguments.get("orderBy"), place);
        Page page = Page.of(arguments, order, around.limits(), around.needs(), place);
        Scope inner = around.nested(page.limit(), place);
        Map<String, ObjectReader> nodes = nodes(inner, type, fields, place);
        List<Integer> cursorAt = cursorCells(inner, order, fields);
        PageReader reader = new PageReader(type.name(), fields, nodes, cursorAt, page, order::fingerprint);
        Condition related = CompileFilter.joined(joins, around.alias(), inner.alias())
                .and(condition)
                .and(around.filters().compile(type, inner.alias(), arguments.get("filter"), place + ".filter"));
        int rows = -1;
        if (fields.stream().anyMatch(field -> ROWS.contains(field.getName()))) {
            rows = around.cell(page(type, inner, order, page, related));
        }
        return new Reader.Many(rows, beside(type, inner, related, fields, place), reader);
    }

    /** Whatever is asked of all rows, not of the page. */
    private Map<String, Reader> beside(
            ObjectType type, Scope inner, Condition related, List<SelectedField> fields, String place) {
        Map<String, Reader> beside = new HashMap<>();
        for (SelectedField field : fields) {
            String key = field.getResultKey();
            String here = place + "." + key;
            Table<?> rows = Expressions.table(type.table().name(), inner.alias());
            List<SelectedField> below = field.getSelectionSet().getImmediateFields();
            switch (field.getName()) {
                case "totalCount" ->
                    beside.put(key, count(DSL.selectCount().from(rows).where(related)));
                case "totalCountAtMost" ->
                    beside.put(
                            key,
                            count(DSL.selectCount()
                                    .from(DSL.select(DSL.one())
                                            .from(rows)
                                            .where(related)
                                            .limit(limit(field, here).bound(0))
                                            .asTable("counted"))));
                case "estimatedCount" ->
                    beside.put(key, estimate(DSL.select(DSL.one()).from(rows).where(related)));
                case "aggregate" -> {
                    Scope cells = inner.again();
                    ObjectReader object = new CompileAggregate(type, cells).compile(below, here);
                    cells.needCell();
                    Select<?> all = DSL.select(Expressions.array(cells.cells()))
                            .from(rows)
                            .where(related);
                    beside.put(key, new Reader.One(around.cell(text(all)), object));
                }
                case "groups" -> {
                    CompileGroups groups = new CompileGroups(type, inner.again(), field.getArguments(), here);
                    ObjectReader object = groups.compile(below);
                    beside.put(key, new Reader.Rows(around.cell(groups.cell(related)), object));
                }
                default -> {}
            }
        }
        return beside;
    }

    private static Amount limit(SelectedField field, String place) {
        Object said = Objects.requireNonNull(field.getArguments().get("limit"), "the schema demands it");
        if ((Integer) Objects.requireNonNull(Given.look(said, Look.SIGN)) < 0) {
            throw Refusal.input(place + ".limit: cannot be less than 0");
        }
        return new Amount(said);
    }

    private Reader count(Select<?> select) {
        return new Reader.Cell(around.cell(text(select)), COUNT, "Int");
    }

    /**
     * The planner's own word, where one statement more can ask for it; of rows within rows, which are few, their number. Of what row-level
     * security hides in part the number too: the planner knows of all rows, and would tell.
     */
    private Reader estimate(Select<?> rows) {
        boolean secured = around.publication().types().stream()
                .anyMatch(other -> other.table().rowSecurity());
        if (!around.isRoot() || secured) {
            return count(DSL.selectCount().from(rows.asTable("counted")));
        }
        int cell = around.cell(DSL.inline((String) null, SQLDataType.CLOB));
        around.needs().estimate(cell, Expressions.statement(rows).explained());
        return new Reader.Cell(cell, COUNT, "Int");
    }

    private static Field<String> text(Select<?> select) {
        return DSL.field("({0})::text", SQLDataType.CLOB, select);
    }

    private Field<String> page(ObjectType type, Scope inner, OrderKeys order, Page page, Condition related) {
        inner.needCell();
        Condition between = related;
        if (page.after() != null) {
            between = between.and(order.after(inner.alias(), page.after()));
        }
        if (page.before() != null) {
            between = between.and(order.reversed().after(inner.alias(), page.before()));
        }
        OrderKeys reading = page.backward() ? order.reversed() : order;
        var rows = DSL.select(Expressions.array(inner.cells()))
                .from(Expressions.table(type.table().name(), inner.alias()))
                .where(between)
                .orderBy(reading.sortFields(inner.alias()))
                .limit(page.limit().bound(1));
        Field<Integer> skipped = page.skipped();
        return DSL.field("array({0})::text", SQLDataType.CLOB, skipped == null ? rows : rows.offset(skipped));
    }

    private static Map<String, ObjectReader> nodes(
            Scope inner, ObjectType type, List<SelectedField> fields, String place) {
        Map<String, ObjectReader> nodes = new HashMap<>();
        CompileObject object = new CompileObject(inner);
        for (SelectedField field : fields) {
            String key = field.getResultKey();
            List<SelectedField> below = field.getSelectionSet().getImmediateFields();
            switch (field.getName()) {
                case "nodes" -> nodes.put(key, object.compile(type, below, place));
                case "edges" ->
                    below.stream()
                            .filter(child -> child.getName().equals("node"))
                            .forEach(child -> nodes.put(
                                    key + "." + child.getResultKey(),
                                    object.compile(type, child.getSelectionSet().getImmediateFields(), place)));
                default -> {}
            }
        }
        return nodes;
    }

    /** The sort values travel along only where a cursor is asked for. */
    private static List<Integer> cursorCells(Scope inner, OrderKeys order, List<SelectedField> fields) {
        boolean asked = fields.stream()
                .flatMap(field -> field.getSelectionSet().getImmediateFields().stream())
                .anyMatch(field -> List.of("cursor", "startCursor", "endCursor").contains(field.getName()));
        List<Integer> cells = new ArrayList<>();
        if (asked) {
            order.keys()
                    .forEach(key -> cells.add(inner.cell(Expressions.text(
                            key.value().of(inner.alias()), key.value().type()))));
        }
        return cells;
    }
}
