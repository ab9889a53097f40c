package io.weft.postgres.session;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.weft.http.server.EventLoopTimers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A connection that is some work's until that has ended, though whoever waits for the work may leave. A pool gives a connection back when its taker is cancelled, and
 * may do so when he has it already; so here he is never cancelled, but told.
 */
final class Lease {

    private static final Duration AGAIN = Duration.ofMillis(50);

    /** How long it is waited for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable Connection connection;
    private @Nullable CompletableFuture<Void> cancelled;

    private Lease() {}

    /**
     * Runs work on a connection of its own. Fails with a {@link R2dbcTimeoutException} where none becomes free within ten seconds.
     *
     * @param work of the connection, and of what completes when nobody waits for the work any more: what runs is cancelled then, and the work is to end
     */
    static <T> Mono<T> of(ConnectionFactory connections, BiFunction<Connection, Mono<Void>, Mono<T>> work) {
        return of(connections, PATIENCE, work);
    }

    /** @param patience how long it is waited for a connection */
    static <T> Mono<T> of(
            ConnectionFactory connections, Duration patience, BiFunction<Connection, Mono<Void>, Mono<T>> work) {
        return Mono.create(sink -> {
            Lease lease = new Lease();
            sink.onCancel(lease::leave);
            sink.onDispose(Mono.delay(patience, EventLoopTimers.here())
                    .filter(_ -> lease.giveUp())
                    .subscribe(_ -> sink.error(new R2dbcTimeoutException(
                            "no connection became free within " + patience.toMillis() + " ms"))));
            Mono.usingWhen(
                            connections.create(),
                            connection -> lease.begin(connection)
                                    ? work.apply(connection, Mono.fromFuture(lease.left, true))
                                    : Mono.<T>empty(),
                            lease::end)
                    .contextWrite(sink.contextView())
                    .subscribe(sink::success, sink::error, sink::success);
        });
    }

    /** Whether there is no connection yet. One that comes later goes back at once. */
    private synchronized boolean giveUp() {
        return connection == null && left.complete(null);
    }

    private void leave() {
        left.complete(null);
        synchronized (this) {
            if (connection != null && !ended.isDone()) {
                cancelled = cancel(connection).toFuture();
            }
        }
    }

    private synchronized boolean begin(Connection taken) {
        connection = taken;
        return !left.isDone();
    }

    private Mono<Void> end(Connection taken) {
        return Mono.defer(() -> {
                    synchronized (this) {
                        ended.complete(null);
                        return cancelled == null ? Mono.<Void>empty() : Mono.fromFuture(cancelled);
                    }
                })
                .then(Mono.from(taken.close()));
    }

    /**
     * Cancels what runs until it has ended. PostgreSQL forgets a request to cancel that comes while nothing runs, which may be before what is meant does: it is
     * asked again. When this completes no request is on its way that could meet the next one's statement.
     */
    private Mono<Void> cancel(Connection taken) {
        return Transaction.unwrap(taken)
                .cancelRequest()
                .onErrorComplete()
                .then(Mono.firstWithSignal(Mono.delay(AGAIN).then(), Mono.fromFuture(ended, true)))
                .repeat(() -> !ended.isDone())
                .then();
    }
}
