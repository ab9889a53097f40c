package io.weft.search;

import io.r2dbc.spi.Readable;
import io.weft.contracts.Principal;
import io.weft.contracts.Srn;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.List;
import java.util.Objects;
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
    private static final String EXACT =
            "WITH every AS MATERIALIZED (SELECT record_srn, record_number, embedding %1$s $1::vector AS distance"
                    + " FROM %2$s WHERE record_number <> $2)"
                    + " SELECT record_srn AS srn, record_number AS number, distance FROM every"
                    + " ORDER BY distance, record_number LIMIT $3";
    private static final String INDEX =
            "SELECT record_srn AS srn, record_number AS number, embedding %1$s $1::vector AS distance FROM %2$s"
                    + " WHERE record_number <> $2 ORDER BY embedding %1$s $1::vector LIMIT $3";

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

    Mono<Nearest> find(Principal principal, String name, Target target, int first) {
        if (first < 0 || first > settings.page()) {
            throw Refusal.input("first must be 0 to " + settings.page() + ", not " + first);
        }
        return session.read(
                principal,
                transaction -> Registry.all(transaction)
                        .map(vectors -> Registry.find(vectors, name, "vector:"))
                        .flatMap(vector -> point(transaction, vector, target)
                                .flatMap(point -> nearest(transaction, vector, point, first))));
    }

    private static Mono<Point> point(Transaction transaction, NamedVector vector, Target target) {
        return switch (target) {
            case Target.ToVector(List<? extends Number> numbers) ->
                Mono.just(new Point(vector.text(numbers, "to.vector"), 0));
            case Target.ToRecord(Srn srn) ->
                transaction
                        .query(
                                Sql.of(
                                        "SELECT number, coalesce(embedding::text, '') AS text FROM records.records LEFT JOIN "
                                                + vector.table() + " ON record_number = number WHERE srn = $1",
                                        srn.toString()),
                                row -> new Point(
                                        Objects.requireNonNull(row.get("text", String.class)),
                                        Objects.requireNonNull(row.get("number", Long.class))))
                        .next()
                        .switchIfEmpty(Mono.error(() -> Refusal.of(
                                ProblemCode.NOT_FOUND,
                                "to.record: there is no record " + srn + ", or you may not see it")))
                        .doOnNext(point -> requireVector(point, srn, vector));
        };
    }

    private static void requireVector(Point point, Srn srn, NamedVector vector) {
        if (point.text().isEmpty()) {
            throw Refusal.of(ProblemCode.NOT_FOUND, "to.record: " + srn + " has no vector \"" + vector.name() + "\"");
        }
    }

    private Mono<Nearest> nearest(Transaction transaction, NamedVector vector, Point point, int first) {
        Mono<Nearest> exact = Mono.defer(() -> hits(transaction, EXACT, vector, point, first))
                .map(hits -> new Nearest(Method.EXACT, hits));
        return transaction
                .query(
                        Sql.of(VISIBLE.formatted(vector.table()), settings.exactUpTo() + 1),
                        row -> Objects.requireNonNull(row.get(0, Long.class)))
                .single()
                .flatMap(visible -> visible <= settings.exactUpTo()
                        ? exact
                        : byIndex(transaction, vector, point, first)
                                .filter(hits -> hits.size() == first)
                                .map(hits -> new Nearest(Method.INDEX, hits))
                                .switchIfEmpty(exact));
    }

    private static Mono<List<Hit>> byIndex(Transaction transaction, NamedVector vector, Point point, int first) {
        String breadth = Integer.toString(Math.clamp(first * 2L, 40, 1000));
        return transaction
                .query(Sql.of(SETTINGS, breadth), _ -> true)
                .then(Mono.defer(() -> hits(transaction, INDEX, vector, point, first)));
    }

    private static Mono<List<Hit>> hits(
            Transaction transaction, String sql, NamedVector vector, Point point, int first) {
        return transaction
                .query(
                        Sql.of(
                                sql.formatted(vector.distance().operator(), vector.table()),
                                point.text(),
                                point.self(),
                                first),
                        FindNearest::hit)
                .collectList();
    }

    private static Hit hit(Readable row) {
        return new Hit(Objects.requireNonNull(row.get("distance", Double.class)), RecordEntities.record(row));
    }
}
