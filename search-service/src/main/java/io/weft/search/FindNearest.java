package io.weft.search;

import io.r2dbc.spi.Readable;
import io.weft.contracts.Principal;
import io.weft.contracts.Srn;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The nearest of the vectors that the caller may see. Up to {@link SearchSettings#exactUpTo} of them are all compared. Above, the index
 * is scanned in order until enough visible ones are found; where its scan gives up before, all are compared after all: a short answer
 * would be a wrong one.
 */
@Component
final class FindNearest {

    private static final String SETTINGS = "SELECT set_config('hnsw.iterative_scan', 'strict_order', true),"
            + " set_config('hnsw.ef_search', $1, true), set_config('plan_cache_mode', 'force_custom_plan', true)";
    private static final String VISIBLE = "SELECT count(*) FROM (SELECT FROM %s LIMIT $1) visible";
    private static final String EACH = "SELECT point.place, hit.* FROM unnest($1::text[], $2::bigint[])"
            + " WITH ORDINALITY AS point(embedding, self, place) CROSS JOIN LATERAL (%s) hit"
            + " ORDER BY point.place, hit.distance, hit.number";
    private static final String EXACT = EACH.formatted(
            "WITH every AS MATERIALIZED (SELECT record_srn, record_number, embedding %1$s point.embedding::vector AS distance"
                    + " FROM %2$s WHERE record_number <> point.self)"
                    + " SELECT record_srn AS srn, record_number AS number, distance FROM every"
                    // not a number, which counts as more, is no distance
                    + " WHERE distance <= 'infinity' ORDER BY distance, record_number LIMIT $3");
    private static final String INDEX = EACH.formatted(
            "SELECT record_srn AS srn, record_number AS number, embedding %1$s point.embedding::vector AS distance"
                    + " FROM %2$s WHERE record_number <> point.self ORDER BY embedding %1$s point.embedding::vector LIMIT $3");
    private static final String OF_RECORDS = "SELECT srn, number, coalesce(embedding::text, '') AS text"
            + " FROM records.records LEFT JOIN %s ON record_number = number WHERE srn = ANY($1)";

    private final PrincipalSession session;
    private final SearchSettings settings;

    FindNearest(PrincipalSession session, SearchSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** What to be near to. */
    sealed interface Target {
        record ToVector(List<? extends Number> numbers) implements Target {}

        record ToRecord(Srn srn) implements Target {}
    }

    enum Method {
        EXACT,
        INDEX
    }

    record Hit(double distance, Record record) {}

    record Nearest(Method method, List<Hit> hits) {}

    /** @param self the record's own number, which is not among the answers; 0 for none */
    private record Point(String text, long self) {}

    /** Fails where the target is a record that the caller does not see, or that has no such vector. */
    Mono<Nearest> find(Principal principal, String name, Target target, int first) {
        return switch (target) {
            case Target.ToVector(List<? extends Number> numbers) ->
                find(
                                principal,
                                name,
                                first,
                                (_, vector) ->
                                        Mono.just(Map.of(target, new Point(vector.target(numbers, "to.vector"), 0))))
                        .map(found -> Objects.requireNonNull(found.get(target)));
            case Target.ToRecord(Srn srn) ->
                near(principal, name, List.of(srn.toString()), first)
                        .map(found -> Objects.requireNonNull(found.get(srn.toString()))
                                .orThrow(srn.toString(), name));
        };
    }

    /** What is near to a record, or why that cannot be said. */
    sealed interface Answer {
        record Found(Nearest nearest) implements Answer {}

        record NoVector() implements Answer {}

        record NoRecord() implements Answer {}

        /** @throws Refusal unless it is found */
        default Nearest orThrow(String srn, String name) {
            return switch (this) {
                case Found(Nearest nearest) -> nearest;
                case NoVector() ->
                    throw Refusal.of(ProblemCode.NOT_FOUND, "to.record: " + srn + " has no vector \"" + name + "\"");
                case NoRecord() ->
                    throw Refusal.of(
                            ProblemCode.NOT_FOUND, "to.record: there is no record " + srn + ", or you may not see it");
            };
        }
    }

    /** What is near to each of some records: an answer for every SRN, all in as many statements as for one. */
    Mono<Map<String, Answer>> near(Principal principal, String name, Collection<String> srns, int first) {
        Map<String, Answer> answers = new HashMap<>();
        srns.forEach(srn -> answers.put(srn, new Answer.NoRecord()));
        return find(
                        principal,
                        name,
                        first,
                        (transaction, vector) -> transaction
                                .query(
                                        Sql.of(OF_RECORDS.formatted(vector.table()), (Object)
                                                srns.toArray(String[]::new)),
                                        row -> Map.entry(
                                                Objects.requireNonNull(row.get("srn", String.class)),
                                                new Point(
                                                        Objects.requireNonNull(row.get("text", String.class)),
                                                        Objects.requireNonNull(row.get("number", Long.class)))))
                                .doOnNext(entry -> answers.put(entry.getKey(), new Answer.NoVector()))
                                .filter(entry -> !entry.getValue().text().isEmpty())
                                .collectMap(Map.Entry::getKey, Map.Entry::getValue))
                .map(found -> {
                    found.forEach((srn, nearest) -> answers.put(srn, new Answer.Found(nearest)));
                    return answers;
                });
    }

    private <T> Mono<Map<T, Nearest>> find(
            Principal principal,
            String name,
            int first,
            BiFunction<Transaction, NamedVector, Mono<Map<T, Point>>> targets) {
        if (first < 0 || first > settings.page()) {
            return Mono.error(Refusal.input("first must be 0 to " + settings.page() + ", not " + first));
        }
        return session.read(
                principal,
                transaction -> Registry.all(transaction)
                        .map(vectors -> Registry.find(vectors, name, "vector:"))
                        .flatMap(vector -> targets.apply(transaction, vector)
                                .flatMap(points -> nearest(transaction, vector, points, first))));
    }

    private <T> Mono<Map<T, Nearest>> nearest(
            Transaction transaction, NamedVector vector, Map<T, Point> points, int first) {
        if (points.isEmpty()) {
            return Mono.just(Map.of());
        }
        return transaction
                .query(
                        Sql.of(VISIBLE.formatted(vector.table()), settings.exactUpTo() + 1),
                        row -> Objects.requireNonNull(row.get(0, Long.class)))
                .single()
                .flatMap(visible -> visible <= settings.exactUpTo()
                        ? exact(transaction, vector, points, first)
                        : byIndex(transaction, vector, points, first));
    }

    private static <T> Mono<Map<T, Nearest>> exact(
            Transaction transaction, NamedVector vector, Map<T, Point> points, int first) {
        return hits(transaction, EXACT, Method.EXACT, vector, points, first);
    }

    private static <T> Mono<Map<T, Nearest>> byIndex(
            Transaction transaction, NamedVector vector, Map<T, Point> points, int first) {
        String breadth = Integer.toString(Math.clamp(first * 2L, 40, 1000));
        return transaction
                .query(Sql.of(SETTINGS, breadth), _ -> true)
                .then(Mono.defer(() -> hits(transaction, INDEX, Method.INDEX, vector, points, first)))
                .flatMap(found -> {
                    Map<T, Point> tooFew = new LinkedHashMap<>(points);
                    found.forEach((target, nearest) -> {
                        if (nearest.hits().size() == first) {
                            tooFew.remove(target);
                        }
                    });
                    if (tooFew.isEmpty()) {
                        return Mono.just(found);
                    }
                    return exact(transaction, vector, tooFew, first).map(rest -> {
                        found.putAll(rest);
                        return found;
                    });
                });
    }

    private static <T> Mono<Map<T, Nearest>> hits(
            Transaction transaction, String sql, Method method, NamedVector vector, Map<T, Point> points, int first) {
        List<T> targets = List.copyOf(points.keySet());
        List<Point> places = targets.stream().map(points::get).toList();
        Map<T, Nearest> found = new LinkedHashMap<>();
        targets.forEach(target -> found.put(target, new Nearest(method, new ArrayList<>())));
        return transaction
                .query(
                        Sql.of(
                                sql.formatted(vector.distance().operator(), vector.table()),
                                places.stream().map(Point::text).toArray(String[]::new),
                                places.stream().map(Point::self).toArray(Long[]::new),
                                first),
                        row -> Objects.requireNonNull(found.get(
                                        targets.get(Objects.requireNonNull(row.get("place", Long.class))
                                                        .intValue()
                                                - 1)))
                                .hits()
                                .add(hit(row)))
                .then(Mono.just(found));
    }

    private static Hit hit(Readable row) {
        return new Hit(Objects.requireNonNull(row.get("distance", Double.class)), RecordEntities.record(row));
    }
}
