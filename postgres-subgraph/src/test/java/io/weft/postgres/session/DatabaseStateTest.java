package io.weft.postgres.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contracts.DataVersion;
import io.weft.contracts.Principal;
import io.weft.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class DatabaseStateTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final DatabaseState state = of(DATABASE.port());

    @AfterEach
    void close() {
        state.close();
    }

    private DataVersion now() {
        return Objects.requireNonNull(state.now().block(TIMEOUT)).orElseThrow();
    }

    /** As the HTTP server's: whoever is told may answer without waking another thread. */
    @Test
    void the_database_answers_on_the_loops_of_all_connections() {
        assertThat(state.now().map(_ -> Thread.currentThread().getName()).block(TIMEOUT))
                .startsWith("weft");
    }

    /** Somebody else may write to another database meanwhile, but not all the time. */
    @Test
    @Timeout(60)
    void it_is_the_same_where_nobody_writes() {
        DataVersion before = now();
        for (DataVersion next = now(); !next.equals(before); next = now()) {
            before = next;
        }
    }

    /** Somebody else may write to another database meanwhile, but not all the time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Timeout(60)
    void what_is_read_along_with_statements_is_the_same(int statements) {
        DatabaseSettings settings = ServiceSettings.of(DATABASE, DATABASE.port(), 1);
        PrincipalSession session = new PrincipalSession(
                Connections.unpooled(settings, settings.service(), "reader"), TIMEOUT, ObserveStatements.NONE);
        List<Sql> asked = Collections.nCopies(statements, Sql.of("SELECT 1"));
        VersionAlong along;
        DataVersion before;
        do {
            before = now();
            along = new VersionAlong();
            session.ask(Principal.anonymous(), Map.of(), asked)
                    .contextWrite(along::with)
                    .block(TIMEOUT);
        } while (!state.of(along).equals(Optional.of(before)));
    }

    @Test
    void where_nothing_was_read_nothing_is_known() {
        now();
        assertThat(state.of(new VersionAlong())).isEmpty();
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
                DataVersion before = now();
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
        try (DatabaseState nowhere = of(1)) {
            for (int time = 0; time < 3; time++) {
                assertThatThrownBy(() -> Mono.zip(nowhere.now(), nowhere.now()).block())
                        .hasMessageContaining("Cannot connect");
            }
        }
    }

    /** The connection that was lost is told of once, or was replaced before. */
    @Test
    @Timeout(60)
    void a_connection_that_is_lost_is_replaced() throws SQLException {
        String source = now().source();
        DATABASE.execute(
                DATABASE.superuser(),
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = 'state'");
        state.now().onErrorComplete().block(TIMEOUT);
        assertThat(now().source()).isEqualTo(source);
    }

    /** Whoever asks is not held up by a server that does not answer. */
    @Test
    @Timeout(60)
    void a_server_that_says_nothing_is_not_waited_for() throws Exception {
        try (HoldingProxy proxy = new HoldingProxy(DATABASE.host(), DATABASE.port(), "pg_current_snapshot", "never");
                DatabaseState held = of(proxy.port())) {
            assertThatThrownBy(() -> held.now().block()).hasCauseInstanceOf(TimeoutException.class);
        }
    }

    private static DatabaseState of(int port) {
        DatabaseSettings settings = ServiceSettings.of(DATABASE, port, 1);
        return new DatabaseState(Connections.unpooled(settings, settings.service(), "state"));
    }
}
