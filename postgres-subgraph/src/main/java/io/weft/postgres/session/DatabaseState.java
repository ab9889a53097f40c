package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import io.r2dbc.spi.ConnectionFactory;
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
public final class DatabaseState {

    /** A standby's snapshots do not name the transactions that are under way; after a failover the same numbers may be those of others. */
    private static final Pipeline.Statement NOW = new Pipeline.Statement("""
            SELECT CASE WHEN NOT pg_is_in_recovery() THEN pg_postmaster_start_time()::text || ' ' || pg_current_snapshot()::text END""", List.of());

    private final ConnectionFactory connections;
    private Sinks.@Nullable One<Optional<String>> waiting;
    private boolean reading;

    public DatabaseState(ConnectionFactory connections) {
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
        Lease.of(connections, (connection, _) -> Pipeline.rows(Transaction.unwrap(connection), List.of(NOW)))
                .map(answers ->
                        Optional.ofNullable(answers.getFirst().getFirst().getFirst()))
                .subscribe(
                        state -> {
                            next();
                            all.tryEmitValue(state);
                        },
                        failure -> {
                            next();
                            all.tryEmitError(failure);
                        });
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
}
