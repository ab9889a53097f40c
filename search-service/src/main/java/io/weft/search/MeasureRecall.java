package io.weft.search;

import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Compares what a vector's index finds with what is nearest: for some of its own vectors, evenly taken, as the transaction's caller sees them. */
final class MeasureRecall {

    private static final String SAMPLES = "SELECT near.embedding::text FROM generate_series(1, $1) AS place"
            + " CROSS JOIN (SELECT min(record_number) AS low, max(record_number) AS high FROM %1$s) ends"
            + " CROSS JOIN LATERAL (SELECT embedding FROM %1$s"
            + " WHERE record_number >= low + (high - low) * (place - 1) / $1 ORDER BY record_number LIMIT 1) near";
    private static final String DEPTH = "SELECT set_config('hnsw.ef_search', $1, true)";

    /** Adding nothing keeps PostgreSQL from asking the index. */
    private static final String EXACT =
            "SELECT (embedding %s $1::vector) + 0 AS distance FROM %s ORDER BY distance LIMIT $2";

    private static final String INDEX =
            "SELECT embedding %1$s $1::vector AS distance FROM %2$s ORDER BY embedding %1$s $1::vector LIMIT $2";

    /** As a page of the nearest is asked for, and without the sorting that PostgreSQL prefers in small tables: what is exact is sorted nevertheless. */
    static final Map<String, String> OPTIONS = Map.of("hnsw.iterative_scan", "relaxed_order", "enable_sort", "off");

    private final Transaction transaction;
    private final NamedVector vector;

    /** @param transaction with {@link #OPTIONS} */
    MeasureRecall(Transaction transaction, NamedVector vector) {
        this.transaction = transaction;
        this.vector = vector;
    }

    /** The mean over so many of its vectors; empty where there is none. */
    Mono<IndexRecall> mean(int samples) {
        return transaction
                .query(
                        Sql.of(SAMPLES.formatted(vector.table()), samples),
                        row -> Objects.requireNonNull(row.get(0, String.class)))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::of)
                .collectList()
                .filter(all -> !all.isEmpty())
                .map(all -> new IndexRecall(
                        all.stream().mapToDouble(IndexRecall::page).average().orElseThrow(),
                        all.stream().mapToDouble(IndexRecall::walk).average().orElseThrow()));
    }

    private Mono<IndexRecall> of(String target) {
        return distances(EXACT, target, IndexRecall.WALK)
                .flatMap(nearest -> byIndex(target, NearestPage.DEPTH_OF_PAGE, IndexRecall.PAGE)
                        .zipWith(
                                byIndex(target, NearestPage.DEPTH_OF_WALK, IndexRecall.WALK),
                                (page, walk) -> new IndexRecall(
                                        part(nearest, page, IndexRecall.PAGE), part(nearest, walk, IndexRecall.WALK))));
    }

    private Mono<List<Double>> byIndex(String target, int depth, int first) {
        return transaction
                .query(Sql.of(DEPTH, String.valueOf(depth)), _ -> true)
                .then(Mono.defer(() -> distances(INDEX, target, first)));
    }

    private Mono<List<Double>> distances(String sql, String target, int first) {
        return transaction
                .query(
                        Sql.of(sql.formatted(vector.distance().operator(), vector.table()), target, first),
                        row -> Objects.requireNonNull(row.get(0, Double.class)))
                .collectList();
    }

    /** Which part of the nearest is there: of those equally far, any is as good. */
    private static double part(List<Double> nearest, List<Double> found, int first) {
        int size = Math.min(first, nearest.size());
        double farthest = nearest.get(size - 1);
        return (double) found.stream().filter(distance -> distance <= farthest).count() / size;
    }
}
