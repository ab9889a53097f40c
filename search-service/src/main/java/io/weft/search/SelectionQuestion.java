package io.weft.search;

import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.SortOrder;
import io.weft.postgres.sql.Match;
import io.weft.postgres.sql.Ranking;
import io.weft.postgres.sql.SqlTemplate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filter and the order of a selection in, {@link Match} and {@link Ranking}s out. */
final class SelectionQuestion {

    private static final String QUERY = "websearch_to_tsquery({0}::text::regconfig, {1})";
    private static final String FOUND = "select doc.record_number as key from search.found(" + QUERY
            + ") hit join search.documents doc on doc.record_number = hit.record_number";
    private static final String EXPECTED =
            "select doc.record_number as key from search.documents doc where doc.document @@ " + QUERY;
    private static final String SCORED =
            "select doc.record_number as key, hit.score::float8 as value from search.scored(" + QUERY
                    + ") hit join search.documents doc on doc.record_number = hit.record_number";
    private static final String NEAR = "select record_number as key, embedding %s {0}::vector as value from %s";

    /** Adding nothing keeps PostgreSQL from asking the index. */
    private static final String EXACT = "select key, value + 0 as value from (" + NEAR + ") near";

    private final Map<String, NamedVector> vectors;
    private final Set<String> languages;
    private final Map<SimilarTo, String> targets;
    private final SearchSettings settings;

    /** @param targets the vectors to be near to, as pgvector's texts */
    SelectionQuestion(
            Map<String, NamedVector> vectors,
            Set<String> languages,
            Map<SimilarTo, String> targets,
            SearchSettings settings) {
        this.settings = settings;
        this.vectors = vectors;
        this.languages = languages;
        this.targets = targets;
    }

    /** How the nearest are found. */
    enum Way {
        EXACT,
        INDEX
    }

    Match match(@Nullable Object filter, String place) {
        List<Match> parts = new ArrayList<>();
        fields(filter).forEach((name, value) -> {
            String here = place + "." + name;
            if (value == null) {
                throw Refusal.input(here + ": null says nothing: leave it out");
            }
            parts.add(
                    switch (name) {
                        case "and" -> new Match.All(list(value, here));
                        case "or" -> new Match.Any(list(value, here));
                        case "not" -> new Match.Not(match(value, here));
                        case "search" -> match(value, here);
                        case "text" -> found(fields(value), here);
                        case "name" -> NameSearch.of(fields(value), here).match();
                        default -> throw new IllegalArgumentException("the schema has a filter by " + name);
                    });
        });
        return parts.isEmpty() ? new Match.Every() : new Match.All(parts);
    }

    private List<Match> list(Object value, String place) {
        List<Match> parts = new ArrayList<>();
        for (Object item : (Collection<?>) value) {
            parts.add(match(item, place + "[" + parts.size() + "]"));
        }
        return parts;
    }

    private Match found(Map<String, Object> search, String place) {
        List<Object> values = words(search, place);
        return new Match.Found(new SqlTemplate(FOUND, values), new SqlTemplate(EXPECTED, values));
    }

    private List<Object> words(Map<String, Object> search, String place) {
        IndexPlan.language(languages, text(search, "language"));
        if (text(search, "query").indexOf('\0') >= 0) {
            throw Refusal.input(place + ".query cannot have the character U+0000");
        }
        return List.of(text(search, "language"), text(search, "query"));
    }

    /** @param everything whether all records are selected */
    List<Ranking> rankings(@Nullable Object orderBy, boolean everything, Way way, String place) {
        List<Ranking> rankings = new ArrayList<>();
        for (Map<String, Object> order : orders(orderBy, place)) {
            String here = place + ".orderBy[" + rankings.size() + "].search";
            String name = order.keySet().iterator().next();
            Map<String, Object> value = fields(order.get(name));
            rankings.add(
                    switch (name) {
                        case "rank" ->
                            new Ranking(name, value, new SqlTemplate(SCORED, words(value, here)), SortOrder.DESC);
                        case "name" ->
                            new Ranking(
                                    name,
                                    value,
                                    NameSearch.of(value, here + ".name").scores(),
                                    SortOrder.DESC);
                        case "similarTo" ->
                            new Ranking(
                                    name, value, near(SimilarTo.of(value, here), way), SortOrder.ASC, way == Way.EXACT);
                        case "hybrid" -> new Ranking(name, value, fused(value, everything, way, here), SortOrder.DESC);
                        default -> throw new IllegalArgumentException("the schema has an order by " + name);
                    });
        }
        return rankings;
    }

    /** By what an order goes. */
    static SelectionRequest.Kind kind(@Nullable Object orderBy, String place) {
        List<Map<String, Object>> orders = orders(orderBy, place);
        if (orders.stream().anyMatch(order -> order.containsKey("hybrid"))) {
            return SelectionRequest.Kind.BOTH;
        }
        return orders.size() == 1 && orders.getFirst().containsKey("similarTo")
                ? SelectionRequest.Kind.NEARNESS
                : SelectionRequest.Kind.OTHER;
    }

    /** What is to be near to, in an order. */
    static List<SimilarTo> wanted(@Nullable Object orderBy, String place) {
        return orders(orderBy, place).stream()
                .flatMap(order -> order.entrySet().stream())
                .map(entry -> entry.getKey().equals("hybrid")
                        ? fields(entry.getValue()).get("similarTo")
                        : entry.getKey().equals("similarTo") ? entry.getValue() : null)
                .filter(Objects::nonNull)
                .map(value -> SimilarTo.of(fields(value), place + ".orderBy"))
                .toList();
    }

    private static List<Map<String, Object>> orders(@Nullable Object orderBy, String place) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (Object item : orderBy == null ? List.of() : (Collection<?>) orderBy) {
            Map<String, Object> order = fields(fields(item).get("search"));
            if (order.size() != 1 || order.containsValue(null)) {
                throw Refusal.input(
                        place + ".orderBy[" + orders.size() + "]: name one of rank, name, similarTo and hybrid");
            }
            orders.add(order);
        }
        return orders;
    }

    NamedVector vector(SimilarTo to) {
        return Registry.find(vectors, to.vector(), "vector:");
    }

    private SqlTemplate near(SimilarTo to, Way way) {
        NamedVector vector = vector(to);
        String sql = way == Way.EXACT ? EXACT : NEAR;
        return new SqlTemplate(sql.formatted(vector.distance().operator(), vector.table()), List.of(target(to)));
    }

    private SqlTemplate fused(Map<String, Object> input, boolean everything, Way way, String place) {
        HybridSearch search = HybridSearch.of(
                input, words(fields(input.get("text")), place + ".hybrid.text"), settings.hybrid(), place + ".hybrid");
        NamedVector vector = vector(search.to());
        return search.scores(
                vector, target(search.to()), everything, way, settings.hybrid().depth());
    }

    private String target(SimilarTo to) {
        return Objects.requireNonNull(targets.get(to), "targets are read before");
    }

    private static String text(Map<String, Object> input, String name) {
        return String.valueOf(input.get(name));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> fields(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
