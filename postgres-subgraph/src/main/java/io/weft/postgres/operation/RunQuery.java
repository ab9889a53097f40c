package io.weft.postgres.operation;

import io.r2dbc.spi.Readable;
import io.weft.contracts.Principal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.CostLimit;
import io.weft.postgres.sql.Query;
import io.weft.postgres.sql.Slot;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a compiled query as a caller, in a transaction that only reads. */
public final class RunQuery {

    private final PrincipalSession session;
    private final CostLimit limit;

    /** @param limit of each statement */
    public RunQuery(PrincipalSession session, CostLimit limit) {
        this.session = session;
        this.limit = limit;
    }

    /** What it answers. */
    public <T> Mono<T> run(Principal principal, Query<T> query) {
        return rows(principal, query, List.of()).map(query.read());
    }

    /**
     * The cells of its rows.
     *
     * @param given what its slots are filled with
     */
    Mono<List<List<@Nullable String>>> rows(Principal principal, Query<?> query, List<Object> given) {
        query.checks().forEach(check -> check.accept(given));
        Sql asked = Slot.filled(query.sql(), given);
        if (limit.isNone() && query.estimates().isEmpty()) {
            return session.ask(principal, query.settings(), List.of(asked)).map(List::getFirst);
        }
        return session.read(
                principal,
                query.settings(),
                transaction -> limit.check(transaction, asked)
                        .then(transaction.rows(asked))
                        .flatMap(rows -> estimated(transaction, query, given, rows)));
    }

    /** The rows, with what the planner expects in the cells that are for it. */
    private static Mono<List<List<@Nullable String>>> estimated(
            Transaction transaction, Query<?> query, List<Object> given, List<List<@Nullable String>> rows) {
        return Flux.fromIterable(query.estimates().entrySet())
                .concatMap(estimate -> transaction
                        .query(Slot.filled(estimate.getValue(), given), RunQuery::expectedRows)
                        .doOnNext(expected -> rows.getFirst().set(estimate.getKey(), expected)))
                .then(Mono.just(rows));
    }

    private static String expectedRows(Readable explained) {
        return String.valueOf(Math.min(plan(explained).at("/0/Plan/Plan Rows").asLong(), Integer.MAX_VALUE));
    }

    private static JsonNode plan(Readable explained) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(explained.get(0, String.class)));
    }
}
