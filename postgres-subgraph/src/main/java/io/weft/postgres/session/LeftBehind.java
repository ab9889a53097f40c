package io.weft.postgres.session;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Ends on a connection what nobody waits for any more. */
final class LeftBehind {

    private static final Duration AGAIN = Duration.ofMillis(50);
    private static final String QUERY_CANCELED = "57014";

    private LeftBehind() {}

    /**
     * Cancels what runs until it has ended. PostgreSQL forgets a request to cancel that comes while nothing runs, which may be before what is meant does: it is
     * asked again, and no request is on its way when this completes.
     *
     * @param end completes or fails when nothing of it runs any more; it is subscribed to
     */
    static Mono<Void> cancel(Connection connection, Mono<Void> end) {
        return Mono.defer(() -> {
            CompletableFuture<Void> ended = end.onErrorComplete().toFuture();
            return Transaction.unwrap(connection)
                    .cancelRequest()
                    .onErrorComplete()
                    .then(Mono.firstWithSignal(Mono.delay(AGAIN).then(), Mono.fromFuture(ended, true)))
                    .repeat(() -> !ended.isDone())
                    .then();
        });
    }

    /** Ends its transaction. A request to cancel may hit that, too. */
    static Mono<Void> rollback(Connection connection) {
        return Transaction.send(connection, "ROLLBACK")
                .retryWhen(Retry.indefinitely().filter(LeftBehind::isCancelled));
    }

    private static boolean isCancelled(Throwable failure) {
        return failure instanceof R2dbcException refused && QUERY_CANCELED.equals(refused.getSqlState());
    }
}
