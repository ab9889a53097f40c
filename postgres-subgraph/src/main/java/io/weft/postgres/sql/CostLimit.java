package io.weft.postgres.sql;

import io.r2dbc.spi.Readable;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.Objects;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a statement that reads may cost.
 *
 * @param most by the planner's estimate, in PostgreSQL's units; 0 for no limit
 */
public record CostLimit(double most) {

    public static final CostLimit NONE = new CostLimit(0);

    public boolean isNone() {
        return most <= 0;
    }

    /** Asks the planner, where there is a limit; fails with a {@link io.weft.postgres.problem.Refusal} of what costs more. */
    public Mono<Void> check(Transaction transaction, Sql statement) {
        if (isNone()) {
            return Mono.empty();
        }
        return transaction
                .query(statement.explained(), CostLimit::cost)
                .next()
                .doOnNext(cost -> {
                    if (cost > most) {
                        throw Problem.of(
                                        ProblemCode.LIMIT_EXCEEDED,
                                        "the database expects this to cost more than the limit, which is "
                                                + Math.round(most)
                                                + ". Narrow the filter, order by what has an index, or ask for less")
                                .with("limit", Math.round(most))
                                .refusal();
                    }
                })
                .then();
    }

    private static double cost(Readable explained) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(explained.get(0, String.class)))
                .at("/0/Plan/Total Cost")
                .asDouble();
    }
}
