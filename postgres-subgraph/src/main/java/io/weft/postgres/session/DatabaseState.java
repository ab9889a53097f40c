package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.weft.contracts.DataVersion;
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
    static final String EXPRESSION =
            "CASE WHEN NOT pg_is_in_recovery() THEN pg_postmaster_start_time()::text || ' ' || pg_current_snapshot()::text END";

    private static final Pipeline.Statement NOW = new Pipeline.Statement("SELECT " + EXPRESSION, List.of());

    private static final Pipeline.Statement SERVER =
            new Pipeline.Statement("SELECT system_identifier::text FROM pg_control_system()", List.of());

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PostgresqlConnectionFactory connections;

    /** For the reading that is under way. */
    private volatile @Nullable Open open;

    private Sinks.@Nullable One<Optional<DataVersion>> waiting;
    private boolean reading;

    /** @param server as no other is called, not even its standbys once they take over: they start anew */
    private record Open(PostgresqlConnection connection, String server) {}

    /** @param connections of which one is kept open: who looks whether an answer still holds is not to wait for those who work */
    public DatabaseState(PostgresqlConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * As of a moment after this was called; empty where PostgreSQL does not tell. Who comes while it is being read waits for the next reading, with all who came
     * meanwhile: the one under way may be older than he is.
     */
    public Mono<Optional<DataVersion>> now() {
        return Mono.defer(() -> {
            Sinks.One<Optional<DataVersion>> mine;
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

    private void read(Sinks.One<Optional<DataVersion>> all) {
        connection()
                .flatMap(on -> Pipeline.rows(on.connection(), List.of(NOW))
                        .map(answers -> Optional.ofNullable(
                                        answers.getFirst().getFirst().getFirst())
                                .map(told -> version(on.server(), told))))
                .timeout(PATIENCE, EventLoopTimers.here())
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

    private Mono<Open> connection() {
        Open before = open;
        return before != null
                ? Mono.just(before)
                : connections
                        .create()
                        .flatMap(connection -> Pipeline.rows(connection, List.of(SERVER))
                                .map(answers -> new Open(
                                        connection,
                                        String.valueOf(
                                                answers.getFirst().getFirst().getFirst())))
                                .doOnError(failure ->
                                        connection.close().onErrorComplete().subscribe()))
                        .doOnNext(connected -> open = connected);
    }

    /** As it was told along with what somebody read; empty where it was not, or where it is not known yet of which server it was read. */
    public Optional<DataVersion> of(VersionAlong along) {
        Open now = open;
        return now == null ? Optional.empty() : along.told().map(told -> version(now.server(), told));
    }

    /** Told to others, who need know neither how a server is called nor how much is written to it. */
    private static DataVersion version(String server, String told) {
        String started = told.substring(0, told.lastIndexOf(' '));
        return new DataVersion(Digest.of(server + " " + started), Digest.of(server + " " + told));
    }

    private void next() {
        Sinks.One<Optional<DataVersion>> those;
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
        Open last = open;
        open = null;
        if (last != null) {
            last.connection().close().onErrorComplete().subscribe();
        }
    }
}
