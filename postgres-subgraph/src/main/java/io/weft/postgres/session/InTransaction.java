package io.weft.postgres.session;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Runs work in a transaction on a connection that is its own: committed when the Mono completes, rolled back when it fails or is cancelled. */
record InTransaction(ConnectionFactory connections, ObserveStatements observer) {

    /** @param work begins the transaction itself */
    <T> Mono<T> run(Function<Transaction, Mono<T>> work) {
        return Mono.usingWhen(
                connections.create(),
                connection -> Mono.usingWhen(
                                Mono.fromSupplier(() -> new Transaction(connection, observer)),
                                work,
                                Transaction::commit,
                                (transaction, _) -> transaction.rollback(),
                                Transaction::giveUp)
                        .onErrorMap(InTransaction::ofCommit),
                Connection::close,
                (connection, _) -> connection.close(),
                Connection::close);
    }

    /** What a deferred constraint has to say it says at the end, and Reactor wraps it. */
    private static Throwable ofCommit(Throwable failure) {
        return failure.getClass() == RuntimeException.class && failure.getCause() instanceof R2dbcException refused
                ? refused
                : failure;
    }
}
