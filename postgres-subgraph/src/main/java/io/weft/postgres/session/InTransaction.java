package io.weft.postgres.session;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Runs work in a transaction: committed when the Mono completes, rolled back when it fails or is cancelled. */
record InTransaction(ConnectionFactory connections, ObserveStatements observer) {

    /** @param work begins the transaction itself */
    <T> Mono<T> run(Function<Transaction, Mono<T>> work) {
        return Lease.of(
                connections,
                (connection, left) -> Mono.usingWhen(
                                Mono.fromSupplier(() -> new Transaction(connection, observer)),
                                transaction -> orLeft(work.apply(transaction), left),
                                Transaction::commit,
                                (transaction, _) -> transaction.rollback(),
                                Transaction::rollback)
                        .onErrorMap(InTransaction::ofCommit));
    }

    /** Work that is cancelled when nobody waits for it. */
    private static <T> Mono<T> orLeft(Mono<T> work, Mono<Void> left) {
        return Mono.firstWithSignal(
                work, left.then(Mono.error(() -> new CancellationException("nobody waits for the transaction"))));
    }

    /** What a deferred constraint has to say it says at the end, and Reactor wraps it. */
    private static Throwable ofCommit(Throwable failure) {
        return failure.getClass() == RuntimeException.class && failure.getCause() instanceof R2dbcException refused
                ? refused
                : failure;
    }
}
