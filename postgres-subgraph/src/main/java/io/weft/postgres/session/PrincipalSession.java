package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import io.r2dbc.spi.ConnectionFactory;
import io.weft.contracts.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Runs work in a transaction as a Principal, with the service's role. Who calls is set for this transaction only; the
 * row rules read it through {@code weft.user_id()} and {@code weft.role_rank()}. Statements that only read and are known beforehand are one
 * round trip ({@link #ask}). Otherwise BEGIN and the settings travel in one message, and when reading the first statement follows it without
 * waiting. What would read though its BEGIN failed reads as nobody, and its answer is thrown away. Writing waits.
 */
public final class PrincipalSession {

    private final ConnectionFactory connections;
    private final Duration statementTimeout;
    private final ObserveStatements observer;
    private final InTransaction transactions;

    public PrincipalSession(ConnectionFactory connections, Duration statementTimeout, ObserveStatements observer) {
        this.connections = connections;
        this.statementTimeout = statementTimeout;
        this.observer = observer;
        this.transactions = new InTransaction(connections, observer);
    }

    /** Work that only reads, in one snapshot; PostgreSQL refuses writes in it. */
    public <T> Mono<T> read(Principal principal, Function<Transaction, Mono<T>> work) {
        return read(principal, Map.of(), work);
    }

    /** As {@link #read(Principal, Function)}, with settings of the server for this transaction; they travel with the others. */
    public <T> Mono<T> read(Principal principal, Map<String, String> settings, Function<Transaction, Mono<T>> work) {
        List<Pipeline.Statement> opening =
                ReadTogether.opening(TransactionSettings.of(principal, statementTimeout, settings));
        return transactions.run(transaction -> Mono.zip(
                        transaction.begin(opening).thenReturn(true),
                        Mono.defer(() -> work.apply(transaction)).singleOptional(),
                        (_, answer) -> answer)
                .flatMap(Mono::justOrEmpty));
    }

    /**
     * Statements that only read, in one snapshot, and the rows of each: one round trip for all, settings and transaction included. A {@link VersionAlong} of the
     * Reactor context is told.
     *
     * @param settings as of {@link #read(Principal, Map, Function)}
     */
    public Mono<List<List<List<@Nullable String>>>> ask(
            Principal principal, Map<String, String> settings, List<Sql> statements) {
        TransactionSettings used = TransactionSettings.of(principal, statementTimeout, settings);
        return Mono.deferContextual(context -> {
            statements.forEach(sql -> observer.statement(sql, context));
            ReadTogether together = new ReadTogether(used, statements, VersionAlong.in(context));
            return Lease.of(
                            connections,
                            (connection, _) -> Pipeline.rows(Transaction.unwrap(connection), together.statements()))
                    .map(together::answers);
        });
    }

    /** Work that writes: committed when the Mono completes, rolled back when it fails or is cancelled. */
    public <T> Mono<T> write(Principal principal, Function<Transaction, Mono<T>> work) {
        return write(principal, statementTimeout, work);
    }

    /** As {@link #write}, with another limit for each statement. */
    public <T> Mono<T> write(Principal principal, Duration timeout, Function<Transaction, Mono<T>> work) {
        String opening =
                "BEGIN; " + TransactionSettings.of(principal, timeout, Map.of()).text();
        return transactions.run(
                transaction -> transaction.begin(opening).then(Mono.defer(() -> work.apply(transaction))));
    }
}
