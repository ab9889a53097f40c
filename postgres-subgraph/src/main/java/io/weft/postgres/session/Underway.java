package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Statements on a connection that is theirs until they have ended, whoever waits for them.
 *
 * @param rows of each; they are asked for once
 */
record Underway(Connection connection, Mono<List<List<List<@Nullable String>>>> rows) {

    private static final Duration AGAIN = Duration.ofMillis(50);

    static Underway of(Connection connection, List<Pipeline.Statement> statements) {
        return new Underway(
                connection,
                Pipeline.rows(Transaction.unwrap(connection), statements).cache());
    }

    Publisher<Void> close() {
        return connection.close();
    }

    /**
     * Ends them though nobody waits for them any more. PostgreSQL forgets a request to cancel that comes while nothing runs, which may be before they
     * do: it is asked again until they have ended, and no request is on its way then.
     */
    Mono<Void> abandon() {
        return Mono.defer(() -> {
            CompletableFuture<Void> ended = rows.then().onErrorComplete().toFuture();
            return cancel(connection)
                    .then(Mono.firstWithSignal(Mono.delay(AGAIN).then(), Mono.fromFuture(ended, true)))
                    .repeat(() -> !ended.isDone())
                    .then(Mono.from(connection.close()));
        });
    }

    static Mono<Void> cancel(Connection connection) {
        return Transaction.unwrap(connection).cancelRequest().onErrorComplete();
    }
}
