package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A connection becomes at most two cells of the row around it: the page's rows as an array of arrays of text, one row more
 * than asked to know whether there is another page; and the total. Both see the same snapshot.
 */
final class CompileConnection {

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
        OrderKeys order = OrderKeys.of(type, arguments.get("orderBy"), place);
        Page page = Page.of(arguments, order, around.limits(), place);
        Scope inner = around.nested(page.limit(), place);
        Map<String, ObjectReader> nodes = nodes(inner, type, fields, place);
        List<Integer> cursorAt = cursorCells(inner, order, fields);
        PageReader reader = new PageReader(type.name(), fields, nodes, cursorAt, page, order.fingerprint());
        Condition related = CompileFilter.joined(joins, around.alias(), inner.alias())
                .and(condition)
                .and(around.filters().compile(type, inner.alias(), arguments.get("filter"), place + ".filter"));
        int rows = -1;
        if (fields.stream().anyMatch(field -> !field.getName().equals("totalCount") && !isMeta(field))) {
            rows = around.cell(page(type, inner, order, page, related));
        }
        int total = -1;
        if (fields.stream().anyMatch(field -> field.getName().equals("totalCount"))) {
            total = around.cell(DSL.field(
                    "({0})::text",
                    SQLDataType.CLOB,
                    DSL.selectCount()
                            .from(Expressions.table(type.table().name(), inner.alias()))
                            .where(related)));
        }
        return new Reader.Many(rows, total, reader);
    }

    private Field<String> page(ObjectType type, Scope inner, OrderKeys order, Page page, Condition related) {
        if (inner.cells().isEmpty()) {
            inner.cell(DSL.inline("1", SQLDataType.CLOB));
        }
        Condition between = related;
        if (page.after() != null) {
            between = between.and(order.after(inner.alias(), page.after()));
        }
        if (page.before() != null) {
            between = between.and(order.reversed().after(inner.alias(), page.before()));
        }
        OrderKeys reading = page.backward() ? order.reversed() : order;
        return DSL.field(
                "array({0})::text",
                SQLDataType.CLOB,
                DSL.select(Expressions.array(inner.cells()))
                        .from(Expressions.table(type.table().name(), inner.alias()))
                        .where(between)
                        .orderBy(reading.sortFields(inner.alias()))
                        .limit(DSL.val(page.limit() + 1)));
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
            order.keys().forEach(key -> cells.add(inner.cell(Expressions.exactText(inner.alias(), key.column()))));
        }
        return cells;
    }

    private static boolean isMeta(SelectedField field) {
        return field.getName().startsWith("__");
    }
}
