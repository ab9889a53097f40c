package io.weft.postgres.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.session.Sql;
import io.weft.postgres.sql.ArrayText;
import io.weft.postgres.sql.Row;
import io.weft.postgres.sql.SelectorQuery;
import io.weft.postgres.sql.SelectorQuery.Entry;
import io.weft.postgres.sql.Slot;
import io.weft.postgres.sql.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the statements of a selector have given: what is asked of them, in its place. It is filled by {@link AnswerSelector} and read when that
 * is done.
 */
public final class Found {

    private final SelectorQuery query;
    private final List<Object> given;
    private final int first;
    private final List<List<@Nullable String>> entries = new ArrayList<>();
    private final List<@Nullable String> nodes = new ArrayList<>();
    private final Map<String, List<@Nullable String>> facets = new HashMap<>();
    private int[] keys = {};
    private int count;
    private double estimate;
    private int part;

    /** @param given what fills the slots of the query's statements */
    Found(SelectorQuery query, List<Object> given) {
        this.query = query;
        this.given = given;
        this.first = query.first(given);
    }

    /** What is asked first: all that can be asked without knowing how many entities a part of the page has. */
    List<Sql> beginning() {
        List<Sql> statements = new ArrayList<>();
        Sql explain = query.estimate(given);
        if (explain != null) {
            statements.add(explain);
        }
        if (query.parts() > 0) {
            statements.add(part());
        }
        query.facets().values().forEach(facet -> statements.add(Slot.filled(facet.sql(), given)));
        return statements;
    }

    /** @param rows of {@link #beginning} */
    Found begun(List<List<List<@Nullable String>>> rows) {
        int at = 0;
        if (query.wants(Wanted.ESTIMATE)) {
            estimate = expectedRows(rows.get(at++).getFirst());
        }
        if (query.parts() > 0) {
            add(rows.get(at++));
        }
        for (String name : query.facets().keySet()) {
            facets.put(name, rows.get(at++).getFirst());
        }
        return this;
    }

    private static double expectedRows(List<@Nullable String> explained) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(explained.getFirst()))
                .at("/0/Plan/Plan Rows")
                .asDouble();
    }

    /** Whether another part of the page is to be asked for. */
    boolean lacksMore() {
        return part < query.parts() && missing() > 0;
    }

    /** The next part of the page. */
    Sql part() {
        return query.part(part, missing(), given);
    }

    /** @param answer of {@link #part} */
    Found add(List<List<@Nullable String>> answer) {
        part++;
        String page = answer.getFirst().getFirst();
        String counted = answer.getFirst().getLast();
        if (query.tellsEach()) {
            List<List<@Nullable String>> rows = SelectorQuery.entries(page);
            if (query.wants(Wanted.NODES)) {
                rows.forEach(row -> nodes.add(row.removeLast()));
            }
            entries.addAll(rows);
        } else {
            int[] more = SelectorQuery.keys(page);
            int before = keys.length;
            keys = Arrays.copyOf(keys, before + more.length);
            System.arraycopy(more, 0, keys, before, more.length);
        }
        if (counted != null) {
            count = Integer.parseInt(counted);
        }
        return this;
    }

    private int missing() {
        return first + 1 - size();
    }

    private int size() {
        return query.tellsEach() ? entries.size() : keys.length;
    }

    /** The cells of what is said of the selection, by the name of its field in the answer. */
    public List<@Nullable String> facet(String name) {
        return Objects.requireNonNull(facets.get(name), "nothing was asked as " + name);
    }

    /** All of it, as the contract has it. */
    public Selection selection() {
        Map<String, Row> said = new HashMap<>();
        query.facets().forEach((name, facet) -> said.put(name, facet.read().apply(List.of(facet(name)))));
        List<@Nullable List<@Nullable String>> cells = nodes();
        Map<String, List<@Nullable Row>> read = new HashMap<>();
        query.nodes().forEach((name, reader) -> {
            List<@Nullable Row> rows = new ArrayList<>(cells.size());
            cells.forEach(node -> rows.add(node == null ? null : reader.read(node)));
            read.put(name, rows);
        });
        return selection(said, read);
    }

    /** All of it but its objects: of these there are the cells, {@link #facet} and {@link #nodes}. */
    public Selection withoutObjects() {
        return selection(Map.of(), Map.of());
    }

    /** The cells of the page's entities, in their order; null of one that the caller may not see. */
    public List<@Nullable List<@Nullable String>> nodes() {
        IntStream places = IntStream.range(0, Math.min(first, nodes.size()));
        List<@Nullable List<@Nullable String>> cells = new ArrayList<>();
        (query.wants(Wanted.NODES_BY_KEY) ? byKey(places) : places).forEach(place -> {
            String text = nodes.get(place);
            cells.add(text == null ? null : ArrayText.elements(text));
        });
        return cells;
    }

    private IntStream byKey(IntStream places) {
        return places.boxed()
                .sorted(Comparator.comparingInt(place -> SelectorQuery.key(entries.get(place))))
                .mapToInt(Integer::intValue);
    }

    private Selection selection(Map<String, Row> said, Map<String, List<@Nullable Row>> read) {
        List<List<@Nullable String>> page = entries.subList(0, Math.min(first, entries.size()));
        Function<List<@Nullable String>, @Nullable String> cursors =
                query.wants(Wanted.CURSORS) ? query.cursors(given)::apply : _ -> null;
        return new Selection(
                query.wants(Wanted.KEYS) ? keys(page) : KeySet.EMPTY,
                size() <= first,
                count,
                estimate,
                query.wants(Wanted.ENTRIES)
                        ? page.stream()
                                .map(entry ->
                                        new Entry(SelectorQuery.key(entry), cursors.apply(entry), query.score(entry)))
                                .toList()
                        : List.of(),
                query.wants(Wanted.END_CURSOR) && !page.isEmpty()
                        ? query.cursors(given).apply(page.getLast())
                        : null,
                null,
                said,
                read);
    }

    private KeySet keys(List<List<@Nullable String>> page) {
        return KeySet.of(
                query.tellsEach()
                        ? page.stream().mapToInt(SelectorQuery::key).toArray()
                        : Arrays.copyOf(keys, Math.min(first, keys.length)));
    }
}
