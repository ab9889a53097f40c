package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.weft.http.server.EventLoopTimers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Which transactions a reader would see now. What a reader sees follows from that, so as long as it stays the same, nothing that anybody wrote has changed what
 * there is to see. Safe for use by many threads.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-info.html#FUNCTIONS-INFO-SNAPSHOT">PostgreSQL, snapshots</a>
 */
public final class DatabaseState implements AutoCloseable {

    /** A standby's snapshots do not name the transactions that are under way; after a failover the same numbers may be those of others. */
    private static final Pipeline.Statement NOW = new Pipeline.Statement("""
            SELECT CASE WHEN NOT pg_is_in_recovery() THEN pg_postmaster_start_time()::text || ' ' || pg_current_snapshot()::text END""", List.of());

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PostgresqlConnectionFactory connections;

    /** For the reading that is under way. */
    private volatile @Nullable PostgresqlConnection open;

    private Sinks.@Nullable One<Optional<String>> waiting;
    private boolean reading;

    /** @param connections of which one is kept open: who looks whether an answer still holds is not to wait for those who work */
    public DatabaseState(PostgresqlConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * As of a moment after this was called; empty where PostgreSQL does not tell. Who comes while it is being read waits for the next reading, with all who came
     * meanwhile: the one under way may be older than he is.
     */
    public Mono<Optional<String>> now() {
        return Mono.defer(() -> {
            Sinks.One<Optional<String>> mine;
            boolean begins;
            synchronized (this) {
                begins = !reading;
                if (begins) {
                    reading = true;
                    mine = Sinks.one();
                } else {
                    mine = waiting == null ? Sinks.one() : waiting;
                    waiting = mine;
                }
            }
            if (begins) {
                read(mine);
            }
            return mine.asMono();
        });
    }

    private void read(Sinks.One<Optional<String>> all) {
        connection()
                .flatMap(connection -> Pipeline.rows(connection, List.of(NOW)))
                .timeout(PATIENCE, EventLoopTimers.here())
                .map(answers ->
                        Optional.ofNullable(answers.getFirst().getFirst().getFirst()))
                .subscribe(
                        state -> {
                            next();
                            all.tryEmitValue(state);
                        },
                        failure -> {
                            close();
                            next();
                            all.tryEmitError(failure);
                        });
    }

    private Mono<PostgresqlConnection> connection() {
        PostgresqlConnection before = open;
        return before != null ? Mono.just(before) : connections.create().doOnNext(connection -> open = connection);
    }

    private void next() {
        Sinks.One<Optional<String>> those;
        synchronized (this) {
            those = waiting;
            waiting = null;
            reading = those != null;
        }
        if (those != null) {
            read(those);
        }
    }

    /** Gives the connection up; the next reading opens another. */
    @Override
    public void close() {
        PostgresqlConnection last = open;
        open = null;
        if (last != null) {
            last.close().onErrorComplete().subscribe();
        }
    }
}
