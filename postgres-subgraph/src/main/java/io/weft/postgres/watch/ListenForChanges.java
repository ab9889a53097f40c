package io.weft.postgres.watch;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.weft.postgres.session.Sql;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Holds one connection that listens, and reconnects when it breaks. Whatever was missed meanwhile is made good: each new
 * connection counts as a change.
 */
public final class ListenForChanges implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ListenForChanges.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Retry ATTEMPTS = Retry.backoff(3, Duration.ofMillis(500));

    private final PostgresqlConnectionFactory connections;
    private final String channel;
    private final Supplier<Mono<Void>> onChange;
    private @Nullable Disposable listening;

    public ListenForChanges(PostgresqlConnectionFactory connections, String channel, Supplier<Mono<Void>> onChange) {
        this.connections = connections;
        this.channel = channel;
        this.onChange = onChange;
    }

    /** The channel on which a service tells its other processes that its registry has changed. */
    public static String channel(String schema) {
        return "weft_" + schema;
    }

    /** The statement that tells them, for the registering transaction. */
    public static String notifyStatement(String schema) {
        return "NOTIFY " + Sql.quote(channel(schema));
    }

    @Override
    public synchronized void start() {
        if (listening == null) {
            listening = changes()
                    .onBackpressureLatest()
                    .concatMap(_ -> onChange.get().retryWhen(ATTEMPTS).onErrorResume(this::keepWhatIs), 1)
                    .subscribe();
        }
    }

    private Flux<String> changes() {
        return Flux.usingWhen(connections.create(), this::listen, PostgresqlConnection::close)
                .concatWith(Mono.error(() -> new IllegalStateException("the listening connection has ended")))
                .doOnError(error -> LOG.warn("listening on {} broke, trying again: {}", channel, error.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE));
    }

    private Flux<String> listen(PostgresqlConnection connection) {
        return connection
                .createStatement("LISTEN " + Sql.quote(channel))
                .execute()
                .concatMap(result -> result.getRowsUpdated())
                .then(Mono.just("connected"))
                .concatWith(connection.getNotifications().map(_ -> "changed"));
    }

    private Mono<Void> keepWhatIs(Throwable error) {
        LOG.error("what is published could not be rebuilt, serving what was", error);
        return Mono.empty();
    }

    @Override
    public synchronized void stop() {
        if (listening != null) {
            listening.dispose();
            listening = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return listening != null;
    }
}
