package io.weft.postgres.serving;

import io.r2dbc.spi.Readable;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.Query;
import io.weft.postgres.sql.QueryLimits;
import io.weft.postgres.sql.SelectorQuery;
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
    private final double costLimit;

    /** @param costLimit what a statement may cost by the planner's estimate; 0 for no limit */
    RunQuery(PrincipalSession session, double costLimit) {
        this.session = session;
        this.costLimit = costLimit;
    }

    RunQuery(PrincipalSession session) {
        this(session, 0);
    }

    /** The same, held to a limit of cost. */
    RunQuery within(QueryLimits limits) {
        return new RunQuery(session, limits.cost());
    }

    PrincipalSession session() {
        return session;
    }

    Mono<Selection> select(SelectorQuery query) {
        return CurrentPrincipal.get().flatMap(principal -> new AnswerSelector(session).answer(principal, query));
    }

    <T> Mono<T> run(Query<T> query) {
        return CurrentPrincipal.get()
                .flatMap(principal -> session.read(
                        principal,
                        query.settings(),
                        transaction -> affordable(transaction, query)
                                .thenMany(transaction.query(query.sql(), row -> cells(row, query.cells())))
                                .collectList()
                                .flatMap(rows -> estimated(transaction, query, rows))
                                .map(query.read())));
    }

    private Mono<Void> affordable(Transaction transaction, Query<?> query) {
        if (costLimit <= 0) {
            return Mono.empty();
        }
        return transaction
                .query(
                        query.sql().explained(),
                        row -> plan(row).at("/0/Plan/Total Cost").asDouble())
                .next()
                .doOnNext(cost -> {
                    if (cost > costLimit) {
                        throw Problem.of(
                                        ProblemCode.LIMIT_EXCEEDED,
                                        "the database expects this to cost more than the limit, which is "
                                                + Math.round(costLimit)
                                                + ". Narrow the filter, order by what has an index, or ask for less")
                                .with("limit", Math.round(costLimit))
                                .refusal();
                    }
                })
                .then();
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
        return String.valueOf(Math.min(plan(explained).at("/0/Plan/Plan Rows").asLong(), Integer.MAX_VALUE));
    }

    private static JsonNode plan(Readable explained) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(explained.get(0, String.class)));
    }

    static List<@Nullable String> cells(Readable row, int count) {
        List<@Nullable String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(row.get(i, String.class));
        }
        return cells;
    }
}
