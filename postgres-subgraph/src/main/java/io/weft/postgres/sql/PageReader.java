package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a connection of the rows of its page.
 *
 * @param typeName the type of the nodes
 * @param fields   what the client asks of the connection
 * @param nodes    reads a node, by the response name of the connection's or edge's field that holds it
 * @param cursorAt the cells of the sort values
 * @param order    names the order within cursors, by what a request gives
 */
public record PageReader(
        String typeName,
        List<SelectedField> fields,
        Map<String, ObjectReader> nodes,
        List<Integer> cursorAt,
        Page page,
        Function<List<Object>, String> order) {

    /** @param beside what is read already, by response name */
    Row read(List<List<@Nullable String>> rows, Map<String, @Nullable Object> beside) {
        boolean more = more(rows, List.of());
        List<List<@Nullable String>> kept = kept(rows, List.of());
        Function<List<@Nullable String>, String> cursors = cursorAt.isEmpty() ? _ -> "" : cursors(List.of());
        Map<String, @Nullable Object> values = new HashMap<>();
        for (SelectedField field : fields) {
            values.put(
                    field.getResultKey(),
                    switch (field.getName()) {
                        case "nodes" ->
                            kept.stream().map(node(field.getResultKey())::read).toList();
                        case "edges" ->
                            kept.stream()
                                    .map(cells -> edge(field, cells, cursors))
                                    .toList();
                        case "pageInfo" -> pageInfo(field, kept, more, cursors);
                        default -> beside.get(field.getResultKey());
                    });
        }
        return new Row(typeName + "Connection", values);
    }

    /** Whether there are rows beyond the page: one more is read than it holds. */
    public boolean more(List<List<@Nullable String>> rows, List<Object> given) {
        return rows.size() > page.limit().of(given);
    }

    /** The rows of the page, in the client's order. */
    public List<List<@Nullable String>> kept(List<List<@Nullable String>> rows, List<Object> given) {
        List<List<@Nullable String>> kept =
                more(rows, given) ? rows.subList(0, page.limit().of(given)) : rows;
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

    private Row edge(
            SelectedField edge, List<@Nullable String> cells, Function<List<@Nullable String>, String> cursors) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (SelectedField field : edge.getSelectionSet().getImmediateFields()) {
            switch (field.getName()) {
                case "cursor" -> values.put(field.getResultKey(), cursors.apply(cells));
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

    private Row pageInfo(
            SelectedField info,
            List<List<@Nullable String>> rows,
            boolean more,
            Function<List<@Nullable String>, String> cursors) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (SelectedField field : info.getSelectionSet().getImmediateFields()) {
            values.put(field.getResultKey(), info(field.getName(), rows, more, cursors));
        }
        return new Row("PageInfo", values);
    }

    /**
     * A field of PageInfo.
     *
     * @param rows    of the page, as {@link #kept} has them
     * @param cursors as {@link #cursors} has them
     */
    public @Nullable Object info(
            String field,
            List<List<@Nullable String>> rows,
            boolean more,
            Function<List<@Nullable String>, String> cursors) {
        return switch (field) {
            case "hasNextPage" -> (!page.backward() && more) || page.before() != null;
            case "hasPreviousPage" -> (page.backward() && more) || page.after() != null || page.skipped() != null;
            case "startCursor" -> rows.isEmpty() ? null : cursors.apply(rows.getFirst());
            case "endCursor" -> rows.isEmpty() ? null : cursors.apply(rows.getLast());
            default -> null;
        };
    }

    /** Where a row stands. */
    public Function<List<@Nullable String>, String> cursors(List<Object> given) {
        String fingerprint = order.apply(given);
        return cells -> {
            List<@Nullable String> values = new ArrayList<>(cursorAt.size());
            cursorAt.forEach(index -> values.add(cells.get(index)));
            return new Cursor(fingerprint, values).encoded();
        };
    }
}
