package io.weft.gateway.selection;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.SelectedField;
import io.weft.gateway.selection.SelectionRun.Asked;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.SelectionWithin;
import io.weft.gateway.supergraph.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The fields of one selection: a run is made at its root, and each field below takes its part of it. */
final class AnswerFields {

    static final String FILTER = "filter";
    private static final String TYPENAME = "__typename";

    private static final int DEEPEST_FILTER = 20;
    private static final Set<String> PAGE = Set.of("edges", "nodes", "pageInfo");

    private final EntitySelection selection;
    private final SelectionSettings settings;

    AnswerFields(EntitySelection selection, SelectionSettings settings) {
        this.selection = selection;
        this.settings = settings;
    }

    /** What facets say, by response key. */
    private record Facets(Map<String, @Nullable Object> values) {}

    /**
     * @param order   names the order within cursors, where there are any
     * @param cursors whether any is to be told
     */
    private record Running(SelectionRun run, PageRequest page, String order, boolean cursors) {

        @Nullable String cursor(Found.Entry entry) {
            return cursors ? entry.place().encoded(order) : null;
        }
    }

    Object root(DataFetchingEnvironment environment) {
        Expression filter = new ReadFilter(selection, DEEPEST_FILTER).read(environment.getArgument(FILTER));
        return running(environment, filter, AskSelectors.Scope.ONE);
    }

    /** Of those that are of the object. */
    Object within(DataFetchingEnvironment environment, SelectionWithin field) {
        Expression filter = new FilterOfObject(field)
                .read(environment)
                .<Expression>map(own -> new ReadFilter(selection, DEEPEST_FILTER + 1).read(own))
                .orElseGet(Expression.Nothing::new);
        return running(environment, filter, AskSelectors.Scope.SEVERAL);
    }

    private Running running(DataFetchingEnvironment environment, Expression filter, AskSelectors.Scope scope) {
        Map<String, @Nullable Object> arguments = environment.getArguments();
        Optional<Ordering> ordering = Ordering.read(selection, arguments.get("orderBy"));
        SelectedBelow below = SelectedBelow.of(environment);
        Set<String> fields = below.names();
        boolean cursors = below.has("edges", "cursor")
                || below.has("pageInfo", "startCursor")
                || below.has("pageInfo", "endCursor");
        String order = cursors || arguments.get("after") != null || arguments.get("before") != null
                ? ordering.map(by -> JsonMapper.shared().writeValueAsString(by.keys()))
                        .orElse("")
                : "";
        Flow flow = SelectionSubgraph.flow(environment);
        PageRequest page = PageRequest.read(arguments, order, settings);
        Asked asked = new Asked(
                fields.stream().anyMatch(PAGE::contains),
                fields.contains("totalCount"),
                fields.contains("estimatedCount"),
                cursors);
        String field = environment.getMergedField().getResultKey();
        Candidates.Scope ahead = scope == AskSelectors.Scope.SEVERAL || !asked.page()
                ? Candidates.Scope.NOTHING
                : asked.total() ? Candidates.Scope.FOUND : Candidates.Scope.TOLD;
        SelectionRun run = new SelectionRun(
                selection,
                flow.asking(field, scope),
                flow.settings(),
                flow.remembered(),
                filter,
                ordering,
                page,
                asked,
                Candidates.of(ahead, flow.prefetch(), field, page, ordering.map(Ordering::selector)));
        flow.began(field, run);
        return new Running(run, page, order, asked.cursors());
    }

    Map<String, DataFetcher<?>> ofConnection() {
        Map<String, DataFetcher<?>> fetchers = new HashMap<>();
        fetchers.put(
                "edges",
                environment -> run(environment, running -> running.run().page().map(found -> edges(running, found))));
        fetchers.put(
                "nodes",
                environment -> run(environment, running -> running.run().page().map(found -> nodes(running, found))));
        fetchers.put(
                "pageInfo",
                environment ->
                        run(environment, running -> running.run().page().map(found -> pageInfo(running, found))));
        fetchers.put(
                "totalCount",
                environment -> run(environment, running -> running.run().total()));
        fetchers.put("totalCountAtMost", environment -> {
            int limit = Objects.requireNonNull(environment.<Integer>getArgument("limit"));
            if (limit < 0) {
                throw SelectionFailure.input("totalCountAtMost.limit: cannot be less than 0");
            }
            return run(environment, running -> running.run().totalAtMost(limit));
        });
        fetchers.put(
                "estimatedCount",
                environment -> run(environment, running -> running.run().estimate()));
        fetchers.put("facets", environment -> run(environment, running -> facets(running, environment)));
        return fetchers;
    }

    private interface Part<T> {
        Mono<T> of(Running running);
    }

    private static <T> Object run(DataFetchingEnvironment environment, Part<T> part) {
        Running running = Objects.requireNonNull(environment.<Running>getSource());
        return SelectionSubgraph.flow(environment).run(running.run(), part.of(running));
    }

    private static List<Found.Entry> page(Running running, Found found) {
        int size = running.page().size();
        List<Found.Entry> page = new ArrayList<>(
                found.entries().subList(0, Math.min(size, found.entries().size())));
        if (running.page().backward()) {
            Collections.reverse(page);
        }
        return page;
    }

    private List<Map<String, @Nullable Object>> edges(Running running, Found found) {
        List<Map<String, @Nullable Object>> edges = new ArrayList<>();
        for (Found.Entry entry : page(running, found)) {
            Map<String, @Nullable Object> edge = new HashMap<>();
            edge.put("cursor", running.cursor(entry));
            edge.put("score", entry.score().orElse(null));
            edge.put("node", Map.of(selection.key(), entry.key()));
            edges.add(edge);
        }
        return edges;
    }

    private List<Map<String, Integer>> nodes(Running running, Found found) {
        return page(running, found).stream()
                .map(entry -> Map.of(selection.key(), entry.key()))
                .toList();
    }

    private static Map<String, @Nullable Object> pageInfo(Running running, Found found) {
        List<Found.Entry> page = page(running, found);
        boolean more = found.entries().size() > running.page().size();
        boolean begun = running.page().after().isPresent();
        Map<String, @Nullable Object> info = new HashMap<>();
        info.put("hasNextPage", running.page().backward() ? begun : more);
        info.put("hasPreviousPage", running.page().backward() ? more : begun);
        info.put("startCursor", page.isEmpty() ? null : running.cursor(page.getFirst()));
        info.put("endCursor", page.isEmpty() ? null : running.cursor(page.getLast()));
        return info;
    }

    private Mono<Facets> facets(Running running, DataFetchingEnvironment environment) {
        return Flux.fromIterable(bySelector(environment).entrySet())
                .flatMap(asked -> {
                    Selector selector = asked.getKey();
                    asked.getValue().forEach(field -> answers(selector, field, environment));
                    boolean within = selector.facets().orElseThrow().within();
                    return running.run()
                            .facets(selector, FacetsQuery.of(asked.getValue(), within, environment))
                            .map(values -> within ? wrapped(asked.getValue(), values) : values);
                })
                .collectList()
                .map(parts -> {
                    Map<String, @Nullable Object> all = new LinkedHashMap<>();
                    parts.forEach(all::putAll);
                    return new Facets(all);
                });
    }

    private static void answers(Selector selector, SelectedField field, DataFetchingEnvironment environment) {
        List<Object> place = environment
                .getExecutionStepInfo()
                .getPath()
                .segment(field.getResultKey())
                .toList();
        SelectionSubgraph.flow(environment).answering().put(place, selector);
    }

    private static Map<String, @Nullable Object> wrapped(
            List<SelectedField> fields, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> wrapped = new LinkedHashMap<>();
        fields.forEach(field -> wrapped.put(field.getResultKey(), values));
        return wrapped;
    }

    private Map<Selector, List<SelectedField>> bySelector(DataFetchingEnvironment environment) {
        Map<Selector, List<SelectedField>> bySelector = new LinkedHashMap<>();
        for (SelectedField field : environment.getSelectionSet().getImmediateFields()) {
            selection.selectors().stream()
                    .filter(selector -> selector.facets()
                            .filter(part -> part.fields().contains(field.getName()))
                            .isPresent())
                    .findFirst()
                    .ifPresent(selector -> bySelector
                            .computeIfAbsent(selector, key -> new ArrayList<>())
                            .add(field));
        }
        return bySelector;
    }

    /** Whatever has no fetcher of its own is there already: of the selection by name, of facets by response key. */
    static @Nullable Object ofMap(DataFetchingEnvironment environment) {
        if (environment.getField().getName().equals(TYPENAME)
                && environment.getParentType() instanceof GraphQLObjectType type) {
            return type.getName();
        }
        Object source = environment.getSource();
        return switch (source) {
            case Facets(Map<String, @Nullable Object> values) -> below(values.get(key(environment)));
            case Below(Map<?, ?> values) -> below(values.get(key(environment)));
            case Map<?, ?> values -> values.get(environment.getField().getName());
            case null, default -> throw new IllegalStateException("nobody answers " + environment.getField());
        };
    }

    private static String key(DataFetchingEnvironment environment) {
        return environment.getMergedField().getResultKey();
    }

    /** An object within facets. */
    private record Below(Map<?, ?> values) {}

    private static @Nullable Object below(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> new Below(object);
            case List<?> list -> list.stream().map(AnswerFields::below).toList();
            case null, default -> value;
        };
    }
}
