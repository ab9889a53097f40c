package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a connection of the rows of its page.
 *
 * @param typeName the type of the nodes
 * @param fields   what the client asks of the connection
 * @param nodes    reads a node, by the response name of the connection's or edge's field that holds it
 * @param cursorAt the cells of the sort values
 */
record PageReader(
        String typeName,
        List<SelectedField> fields,
        Map<String, ObjectReader> nodes,
        List<Integer> cursorAt,
        Page page,
        String order) {

    /** @param beside what is read already, by response name */
    Row read(List<List<@Nullable String>> rows, Map<String, @Nullable Object> beside) {
        boolean more = rows.size() > page.limit();
        List<List<@Nullable String>> kept = new ArrayList<>(more ? rows.subList(0, page.limit()) : rows);
        if (page.backward()) {
            Collections.reverse(kept);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        for (SelectedField field : fields) {
            values.put(
                    field.getResultKey(),
                    switch (field.getName()) {
                        case "nodes" ->
                            kept.stream().map(node(field.getResultKey())::read).toList();
                        case "edges" ->
                            kept.stream().map(cells -> edge(field, cells)).toList();
                        case "pageInfo" -> pageInfo(field, kept, more);
                        default -> beside.get(field.getResultKey());
                    });
        }
        return new Row(typeName + "Connection", values);
    }

    private ObjectReader node(String key) {
        ObjectReader reader = nodes.get(key);
        if (reader == null) {
            throw new IllegalStateException("nothing compiled for " + key);
        }
        return reader;
    }

    private Row edge(SelectedField edge, List<@Nullable String> cells) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (SelectedField field : edge.getSelectionSet().getImmediateFields()) {
            switch (field.getName()) {
                case "cursor" -> values.put(field.getResultKey(), cursor(cells));
                case "node" ->
                    values.put(
                            field.getResultKey(),
                            node(edge.getResultKey() + "." + field.getResultKey())
                                    .read(cells));
                default -> {}
            }
        }
        return new Row(typeName + "Edge", values);
    }

    private Row pageInfo(SelectedField info, List<List<@Nullable String>> rows, boolean more) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (SelectedField field : info.getSelectionSet().getImmediateFields()) {
            values.put(
                    field.getResultKey(),
                    switch (field.getName()) {
                        case "hasNextPage" -> (!page.backward() && more) || page.before() != null;
                        case "hasPreviousPage" ->
                            (page.backward() && more) || page.after() != null || page.offset() > 0;
                        case "startCursor" -> rows.isEmpty() ? null : cursor(rows.getFirst());
                        case "endCursor" -> rows.isEmpty() ? null : cursor(rows.getLast());
                        default -> null;
                    });
        }
        return new Row("PageInfo", values);
    }

    private String cursor(List<@Nullable String> cells) {
        List<@Nullable String> values = new ArrayList<>();
        cursorAt.forEach(index -> values.add(cells.get(index)));
        return new Cursor(order, values).encoded();
    }
}
