package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import io.r2dbc.spi.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Statements on a connection that is theirs until they have ended, whoever waits for them.
 *
 * @param rows of each; they are asked for once
 */
record Underway(Connection connection, Mono<List<List<List<@Nullable String>>>> rows) {

    static Underway of(Connection connection, List<Pipeline.Statement> statements) {
        return new Underway(
                connection,
                Pipeline.rows(Transaction.unwrap(connection), statements).cache());
    }

    Publisher<Void> close() {
        return connection.close();
    }

    /** Ends them though nobody waits for them any more. */
    Mono<Void> abandon() {
        return LeftBehind.cancel(connection, rows.then()).then(Mono.from(connection.close()));
    }
}
