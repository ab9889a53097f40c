package io.weft.postgres.session;

import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Runs work in a transaction as the role that owns the service's schema: DDL and the registry. No request of a client
 * reaches it except those that register something, and no value of theirs unquoted.
 */
public final class OwnerSession {

    private final InTransaction transactions;

    public OwnerSession(ConnectionFactory connections) {
        this.transactions = new InTransaction(connections, ObserveStatements.NONE);
    }

    /** Committed when the Mono completes, rolled back when it fails or is cancelled. */
    public <T> Mono<T> write(Function<Transaction, Mono<T>> work) {
        return in("BEGIN; SET LOCAL statement_timeout = '60s'; SET LOCAL lock_timeout = '10s'", work);
    }

    /** Reads in one snapshot. */
    public <T> Mono<T> read(Function<Transaction, Mono<T>> work) {
        return in("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);
    }

    private <T> Mono<T> in(String opening, Function<Transaction, Mono<T>> work) {
        return transactions.run(
                transaction -> transaction.begin(opening).then(Mono.defer(() -> work.apply(transaction))));
    }
}
