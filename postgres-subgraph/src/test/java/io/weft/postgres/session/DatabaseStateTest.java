package io.weft.postgres.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.weft.postgres.testing.Login;
import io.weft.postgres.testing.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class DatabaseStateTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ConnectionPool CONNECTIONS = Connections.service(settings(DATABASE.port()), "state");

    private final DatabaseState state = new DatabaseState(CONNECTIONS);

    @AfterAll
    static void close() {
        CONNECTIONS.dispose();
    }

    private String now() {
        return Objects.requireNonNull(state.now().block(TIMEOUT)).orElseThrow();
    }

    /** Somebody else may write to another database meanwhile, but not all the time. */
    @Test
    @Timeout(60)
    void it_is_the_same_where_nobody_writes() {
        String before = now();
        for (String next = now(); !next.equals(before); next = now()) {
            before = next;
        }
    }

    /** Many ask all the time, so that some ask while it is being read, and none may be told what was read before he asked. */
    @Test
    @Timeout(120)
    void whatever_is_committed_makes_it_another() throws SQLException {
        AtomicBoolean ended = new AtomicBoolean();
        List<Disposable> others = IntStream.range(0, 8)
                .mapToObj(_ -> state.now().repeat(() -> !ended.get()).subscribe())
                .toList();
        try (Connection writer = DATABASE.connect(DATABASE.superuser());
                Statement statement = writer.createStatement()) {
            statement.execute("CREATE TABLE written (number integer)");
            for (int time = 0; time < 500; time++) {
                statement.execute("BEGIN; INSERT INTO written VALUES (" + time + ")");
                String before = now();
                statement.execute("COMMIT");
                assertThat(now()).isNotEqualTo(before);
            }
        } finally {
            ended.set(true);
            others.forEach(Disposable::dispose);
        }
    }

    @Test
    @Timeout(60)
    void those_who_ask_together_are_all_told() {
        assertThat(Flux.range(0, 1000)
                        .flatMap(_ -> state.now(), 1000)
                        .filter(Optional::isPresent)
                        .count()
                        .block())
                .isEqualTo(1000);
    }

    @Test
    @Timeout(60)
    void a_failure_is_told_and_the_next_one_tries_again() {
        ConnectionPool nowhere = Connections.service(settings(1), "state");
        DatabaseState state = new DatabaseState(nowhere);
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> Mono.zip(state.now(), state.now()).block()).hasMessageContaining("Cannot connect");
        }
        nowhere.dispose();
    }

    private static DatabaseSettings settings(int port) {
        Login login = DATABASE.service("records");
        DatabaseSettings.Credentials service = new DatabaseSettings.Credentials(login.username(), login.password());
        return new DatabaseSettings(
                URI.create("postgresql://" + DATABASE.host() + ":" + port + "/" + DATABASE.name()),
                "records",
                service,
                service,
                4,
                TIMEOUT,
                TIMEOUT,
                List.of(),
                TIMEOUT);
    }
}
