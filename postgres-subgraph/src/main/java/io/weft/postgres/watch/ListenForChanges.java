package io.weft.postgres.watch;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.R2dbcException;
import io.weft.postgres.session.Sql;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Holds one connection that hears of changes, and reconnects when it breaks. Whatever was missed meanwhile is made good: each
 * new connection counts as a change. While one change is being followed, all that come are one.
 */
public final class ListenForChanges implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ListenForChanges.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Retry ATTEMPTS =
            Retry.backoff(3, Duration.ofMillis(200)).filter(R2dbcException.class::isInstance);

    private final PostgresqlConnectionFactory connections;
    private final String channel;
    private final Hearing hearing;
    private final Supplier<Mono<Void>> onChange;
    private final Disposable.Swap later = Disposables.swap();
    private volatile String failure = "";
    private @Nullable Disposable listening;

    /**
     * @param channel  of the registry, see {@link #channel}
     * @param schemas  of the database that are published
     * @param onChange compares what is published with what there is, and follows it
     */
    public ListenForChanges(
            PostgresqlConnectionFactory connections,
            String channel,
            Collection<String> schemas,
            WatchSettings settings,
            Supplier<Mono<Void>> onChange) {
        this.connections = connections;
        this.channel = channel;
        this.hearing = new Hearing(channel, schemas, settings);
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
            Sinks.Many<String> again = Sinks.many().multicast().directBestEffort();
            listening = Flux.merge(again.asFlux(), changes())
                    .onBackpressureLatest()
                    // Nothing is fetched ahead: what comes meanwhile waits as one.
                    .concatMap(_ -> follow(again), 0)
                    .subscribe();
        }
    }

    private Flux<String> changes() {
        return Flux.usingWhen(
                        connections.create(),
                        hearing::on,
                        ListenForChanges::close,
                        (connection, _) -> close(connection),
                        ListenForChanges::close)
                .concatWith(Mono.error(() -> new IllegalStateException("the listening connection has ended")))
                .doOnError(error -> LOG.warn("listening on {} broke, trying again: {}", channel, error.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true));
    }

    /** A connection that is dead cannot say goodbye. */
    private static Mono<Void> close(PostgresqlConnection connection) {
        return connection.close().timeout(CLOSING).onErrorComplete();
    }

    private Mono<Void> follow(Sinks.Many<String> again) {
        return Mono.defer(onChange)
                .retryWhen(ATTEMPTS)
                .doOnSuccess(_ -> failure = "")
                .onErrorResume(error -> {
                    if (!failure.equals(error.toString())) {
                        failure = error.toString();
                        LOG.error("what is published could not be rebuilt, serving what was", error);
                    }
                    later.update(Mono.delay(LATER).subscribe(_ -> again.tryEmitNext("again")));
                    return Mono.empty();
                });
    }

    @Override
    public synchronized void stop() {
        if (listening != null) {
            listening.dispose();
            listening = null;
            later.update(Disposables.disposed());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return listening != null;
    }
}
