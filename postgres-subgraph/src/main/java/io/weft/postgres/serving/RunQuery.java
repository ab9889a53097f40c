package io.weft.postgres.serving;

import io.r2dbc.spi.Readable;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a compiled query as the caller, in a transaction that only reads. */
final class RunQuery {

    private final PrincipalSession session;

    RunQuery(PrincipalSession session) {
        this.session = session;
    }

    <T> Mono<T> run(Query<T> query) {
        return CurrentPrincipal.get()
                .flatMap(principal -> session.read(
                        principal,
                        query.settings(),
                        transaction -> transaction
                                .query(query.sql(), row -> cells(row, query.cells()))
                                .collectList()
                                .flatMap(rows -> estimated(transaction, query, rows))
                                .map(query.read())));
    }

    /** The rows, with what the planner expects in the cells that are for it. */
    private static Mono<List<List<@Nullable String>>> estimated(
            Transaction transaction, Query<?> query, List<List<@Nullable String>> rows) {
        return Flux.fromIterable(query.estimates().entrySet())
                .concatMap(estimate -> transaction
                        .query(estimate.getValue(), RunQuery::expectedRows)
                        .doOnNext(expected -> rows.getFirst().set(estimate.getKey(), expected)))
                .then(Mono.just(rows));
    }

    private static String expectedRows(Readable explained) {
        JsonNode plan = JsonMapper.shared().readTree(Objects.requireNonNull(explained.get(0, String.class)));
        return String.valueOf(Math.min(plan.at("/0/Plan/Plan Rows").asLong(), Integer.MAX_VALUE));
    }

    private static List<@Nullable String> cells(Readable row, int count) {
        List<@Nullable String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(row.get(i, String.class));
        }
        return cells;
    }
}
