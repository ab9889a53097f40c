package io.weft.postgres.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.weft.postgres.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuples;

/** Who waits for the one connection there is. */
class LeaseTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ConnectionPool connections = Connections.service(settings(), "lease");

    @AfterEach
    void close() {
        connections.dispose();
    }

    private static DatabaseSettings settings() {
        TestDatabase database = TestDatabase.create();
        return ServiceSettings.of(database, database.port(), 1);
    }

    private static Mono<Integer> one(Connection connection) {
        return Flux.from(connection.createStatement("SELECT 1").execute())
                .concatMap(result -> result.map(row -> row.get(0, Integer.class)))
                .single();
    }

    /** Holds the connection, once the answer says so, until the other is there. */
    private CompletableFuture<String> held(CompletableFuture<Void> until) {
        CompletableFuture<String> holds = new CompletableFuture<>();
        Lease.of(
                        connections,
                        LONG,
                        (connection, _) -> one(connection)
                                .doOnNext(_ -> holds.complete("held"))
                                .then(Mono.fromFuture(until)))
                .subscribe();
        return holds.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void who_waits_too_long_is_told_and_the_connection_is_the_next_ones() {
        CompletableFuture<Void> released = new CompletableFuture<>();
        assertThat(held(released).join()).isEqualTo("held");
        assertThatThrownBy(() -> Lease.of(connections, SHORT, (connection, _) -> one(connection))
                        .block(LONG))
                .isInstanceOf(R2dbcTimeoutException.class)
                .hasMessage("no connection became free within 20 ms");
        CompletableFuture<Integer> next =
                Lease.of(connections, LONG, (connection, _) -> one(connection)).toFuture();
        assertThat(next).isNotDone();
        released.complete(null);
        assertThat(next.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join()).isEqualTo(1);
    }

    @Test
    void who_has_the_connection_may_take_longer_than_he_would_have_waited() {
        Duration patience = Duration.ofSeconds(1);
        assertThat(Lease.of(connections, LONG, (connection, _) -> one(connection))
                        .block(LONG))
                .isEqualTo(1);
        // Whoever comes later waits in vain, and that is told when the first one's time is over, too.
        Mono<Integer> inVain = Lease.of(connections, patience, (connection, _) -> one(connection))
                .onErrorResume(R2dbcTimeoutException.class, _ -> Mono.just(0));
        assertThat(Lease.of(connections, patience, (connection, _) -> inVain.zipWhen(_ -> one(connection)))
                        .block(LONG))
                .isEqualTo(Tuples.of(0, 1));
    }
}
