package io.weft.postgres.bulk;

import io.netty.buffer.ByteBuf;
import io.weft.contracts.Principal;
import io.weft.postgres.problem.ExplainFailure;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.DatabaseSettings;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads lines as a Principal in one transaction: COPY into a temporary table, the plan's checks, then its writes under
 * row-level security. Either all is written or nothing; what is refused is told with the line it stands in.
 */
public final class LoadLines {

    private final PrincipalSession session;
    private final DatabaseSettings settings;

    public LoadLines(PrincipalSession session, DatabaseSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    public Mono<BulkSummary> load(Principal principal, BulkPlan plan, Lines lines) {
        return session.write(
                principal,
                settings.bulkTimeout(),
                transaction -> new Load(transaction, plan, lines.place()).run(lines.groups()));
    }

    private static final class Load {
        private final Transaction transaction;
        private final BulkPlan plan;
        private final LongFunction<String> place;
        private final AtomicLong lines = new AtomicLong();
        private final AtomicLong last = new AtomicLong();
        private final AtomicReference<@Nullable Throwable> badLine = new AtomicReference<>();

        Load(Transaction transaction, BulkPlan plan, LongFunction<String> place) {
            this.transaction = transaction;
            this.plan = plan;
            this.place = place;
        }

        Mono<BulkSummary> run(Flux<List<Line>> input) {
            String table = "CREATE TEMPORARY TABLE staged (line bigint, " + String.join(", ", plan.columns())
                    + ") ON COMMIT DROP";
            return transaction
                    .run(table)
                    .then(Mono.defer(() -> copy(input)))
                    .then(transaction.run("ANALYZE staged"))
                    .then(Mono.defer(this::check))
                    .then(Mono.defer(this::prepare))
                    .then(Mono.defer(() -> write(0, last.get())))
                    .map(rows -> new BulkSummary(lines.get(), rows));
        }

        private Mono<Long> copy(Flux<List<Line>> input) {
            // The driver reports a failing source as a failing COPY; the reason is kept aside.
            Flux<ByteBuf> bytes = input.map(this::encode).doOnError(badLine::set);
            return transaction
                    .driver()
                    .copyIn("COPY staged FROM STDIN", bytes)
                    .onErrorMap(failure -> Objects.requireNonNullElse(badLine.get(), failure));
        }

        private ByteBuf encode(List<Line> group) {
            CopyText text = new CopyText();
            for (Line line : group) {
                last.set(line.number());
                lines.incrementAndGet();
                try {
                    plan.rows(line.json()).forEach(row -> text.row(line.number(), row));
                } catch (Refusal refusal) {
                    throw at(line.number(), refusal.problem());
                }
            }
            return text.bytes();
        }

        private Mono<Void> check() {
            return Flux.fromIterable(plan.checks())
                    .concatMap(check -> transaction.query(
                            Sql.of("SELECT line, reason FROM (" + check.sql() + ") c ORDER BY line LIMIT 1"),
                            row -> at(
                                    Objects.requireNonNull(row.get(0, Long.class)),
                                    Problem.of(check.code(), Objects.requireNonNull(row.get(1, String.class))))))
                    .concatMap(Mono::<Void>error)
                    .then();
        }

        private Mono<Void> prepare() {
            return Flux.fromIterable(plan.preparation())
                    .concatMap(transaction::update)
                    .then();
        }

        /** Writes the lines; where that fails, halves them until one line is left to blame. */
        private Mono<Long> write(long from, long to) {
            return transaction
                    .run("SAVEPOINT load")
                    .then(writeOnce(from, to))
                    .onErrorResume(failure -> transaction
                            .run("ROLLBACK TO SAVEPOINT load")
                            .then(Mono.defer(() -> blame(from, to, failure))));
        }

        private Mono<Long> blame(long from, long to, Throwable failure) {
            Problem problem = ExplainFailure.explain(failure).map(this::inWords).orElse(null);
            boolean byLine = problem != null
                    && (problem.code() == ProblemCode.BAD_USER_INPUT
                            || problem.code() == ProblemCode.CONFLICT
                            || problem.code() == ProblemCode.FORBIDDEN);
            if (problem == null || !byLine) {
                return Mono.error(failure);
            }
            if (from >= to) {
                return Mono.error(at(to, problem));
            }
            long middle = from + (to - from) / 2;
            // The first half stays written, so that a quarrel between two lines is found in the later one.
            return write(from, middle).then(Mono.defer(() -> write(middle + 1, to)));
        }

        private Problem inWords(Problem problem) {
            return problem.details().get("rule") instanceof String constraint
                    ? plan.broken(constraint).orElse(problem)
                    : problem;
        }

        private Mono<Long> writeOnce(long from, long to) {
            return Flux.fromIterable(plan.writes())
                    .concatMap(statement -> transaction.update(Sql.of(statement, from, to)))
                    .last(0L);
        }

        private Refusal at(long line, Problem problem) {
            return new Problem(problem.code(), place.apply(line) + ": " + problem.message(), problem.details())
                    .with("line", line)
                    .refusal();
        }
    }
}
