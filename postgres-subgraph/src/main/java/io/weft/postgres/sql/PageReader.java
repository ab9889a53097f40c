package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.ArrayList;
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
public record PageReader(
        String typeName,
        List<SelectedField> fields,
        Map<String, ObjectReader> nodes,
        List<Integer> cursorAt,
        Page page,
        String order) {

    /** @param beside what is read already, by response name */
    Row read(List<List<@Nullable String>> rows, Map<String, @Nullable Object> beside) {
        boolean more = more(rows);
        List<List<@Nullable String>> kept = kept(rows);
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

    /** Whether there are rows beyond the page: one more is read than it holds. */
    public boolean more(List<List<@Nullable String>> rows) {
        return rows.size() > page.limit();
    }

    /** The rows of the page, in the client's order. */
    public List<List<@Nullable String>> kept(List<List<@Nullable String>> rows) {
        List<List<@Nullable String>> kept = more(rows) ? rows.subList(0, page.limit()) : rows;
        return page.backward() ? kept.reversed() : kept;
    }

    /**
     * The reader of a node.
     *
     * @param key the response name of the field that holds it; within edges, of both fields, with a dot between
     */
    public ObjectReader node(String key) {
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
            values.put(field.getResultKey(), info(field.getName(), rows, more));
        }
        return new Row("PageInfo", values);
    }

    /**
     * A field of PageInfo.
     *
     * @param rows of the page, as {@link #kept} has them
     */
    public @Nullable Object info(String field, List<List<@Nullable String>> rows, boolean more) {
        return switch (field) {
            case "hasNextPage" -> (!page.backward() && more) || page.before() != null;
            case "hasPreviousPage" -> (page.backward() && more) || page.after() != null || page.skipped() != null;
            case "startCursor" -> rows.isEmpty() ? null : cursor(rows.getFirst());
            case "endCursor" -> rows.isEmpty() ? null : cursor(rows.getLast());
            default -> null;
        };
    }

    /** Where a row stands. */
    public String cursor(List<@Nullable String> cells) {
        List<@Nullable String> values = new ArrayList<>();
        cursorAt.forEach(index -> values.add(cells.get(index)));
        return new Cursor(order, values).encoded();
    }
}
