package io.weft.postgres.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.testing.TestDatabase;
import io.weft.service.testing.Callers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** One connection, so that each question finds what the one before it has left. */
class AskTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Sql WHO = Sql.of("SELECT coalesce(weft.user_id(), 'nobody')");

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final ConnectionPool connections =
            Connections.service(ServiceSettings.of(DATABASE, DATABASE.port(), 1), "ask");
    private final PrincipalSession session =
            new PrincipalSession(connections, Duration.ofMinutes(5), ObserveStatements.NONE);

    @BeforeAll
    static void tables() {
        execute(
                "CREATE SCHEMA lab; GRANT ALL ON SCHEMA lab TO PUBLIC; CREATE TABLE lab.t (id serial); CREATE TABLE lab.changing AS SELECT 1 AS a; "
                        + "GRANT ALL ON ALL SEQUENCES IN SCHEMA lab TO PUBLIC; GRANT ALL ON ALL TABLES IN SCHEMA lab TO PUBLIC");
    }

    @AfterEach
    void close() {
        connections.dispose();
    }

    @Test
    void values_arrive_as_they_are() {
        List<@Nullable Object> values = Arrays.asList("", null, "Ω𝄞'\\", 7, 9_000_000_000L, 0.1, new Integer[] {1, 2});
        Sql question =
                new Sql("SELECT $1::text, $2::text, $3::text, $4::int, $5::bigint, $6::float8, $7::int[]", values);
        for (int time = 0; time < 7; time++) {
            assertThat(ask(question))
                    .isEqualTo(List.of(List.of(Arrays.asList("", null, "Ω𝄞'\\", "7", "9000000000", "0.1", "{1,2}"))));
        }
        assertThat(ask(Sql.of("SELECT 1 WHERE false"))).isEqualTo(List.of(List.of()));
    }

    @Test
    void who_asks_is_forgotten_with_the_answer() {
        Principal ada = Callers.user("ada", Role.DEPOSITOR);
        assertThat(session.ask(ada, Map.of("work_mem", "1MB"), List.of(WHO, Sql.of("SHOW work_mem")))
                        .block())
                .isEqualTo(List.of(List.of(List.of("ada")), List.of(List.of("1MB"))));
        assertThat(session.ask(ada, Map.of(), List.of(WHO)).block()).isEqualTo(List.of(List.of(List.of("ada"))));
        assertThat(who()).isEqualTo("nobody");
        assertThat(ask(Sql.of("SHOW work_mem"), Sql.of("SHOW transaction_read_only"), Sql.of("SHOW statement_timeout")))
                .isEqualTo(List.of(List.of(List.of("4MB")), List.of(List.of("on")), List.of(List.of("5min"))));
        assertThat(outside("SELECT current_setting('weft.user_id', true) || current_setting('statement_timeout')"))
                .isEqualTo("0");
    }

    @Test
    void nothing_is_written() {
        Sql write = Sql.of("SELECT nextval(pg_get_serial_sequence('lab.t', 'id'))");
        assertThatThrownBy(() -> ask(write)).hasMessageContaining("read-only transaction");
        assertThatThrownBy(() -> ask(WHO, write)).hasMessageContaining("read-only transaction");
        assertThat(session.write(
                                Principal.anonymous(),
                                transaction -> transaction.update(Sql.of("INSERT INTO lab.t DEFAULT VALUES")))
                        .block())
                .isEqualTo(1);
    }

    @Test
    void several_see_the_same_though_others_write() throws SQLException {
        Sql count = Sql.of("SELECT count(*) FROM lab.t");
        try (Connection other = DATABASE.connect(DATABASE.superuser());
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(7)");
            CompletableFuture<List<List<List<@Nullable String>>>> answer = session.ask(
                            Principal.anonymous(),
                            Map.of(),
                            List.of(count, Sql.of("SELECT pg_advisory_xact_lock(7)"), count))
                    .toFuture();
            while (!waits(statement)) {
                assertThat(answer).isNotDone();
            }
            statement.execute("INSERT INTO lab.t DEFAULT VALUES");
            statement.execute("SELECT pg_advisory_unlock(7)");
            assertThat(answer.join().getFirst()).isEqualTo(answer.join().getLast());
        }
    }

    private static boolean waits(Statement statement) throws SQLException {
        try (ResultSet waiting =
                statement.executeQuery("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")) {
            return waiting.next();
        }
    }

    @Test
    void a_failure_ends_all_and_leaves_the_connection_clean() {
        Sql fails = new Sql("SELECT 1 / $1::integer", List.of(0));
        assertThatThrownBy(() -> ask(WHO, fails, WHO)).hasMessageContaining("division by zero");
        assertThat(who()).isEqualTo("nobody");
        assertThatThrownBy(() -> ask(fails)).hasMessageContaining("division by zero");
        assertThatThrownBy(() -> ask(Sql.of("SELECT nonsense"), WHO)).hasMessageContaining("nonsense");
        assertThat(who()).isEqualTo("nobody");
    }

    @Test
    void what_was_prepared_and_is_gone_is_prepared_again() {
        assertThat(ask(WHO, WHO)).hasSize(2);
        assertThat(outside("DEALLOCATE ALL")).isNull();
        assertThat(ask(WHO, WHO)).isEqualTo(List.of(List.of(List.of("nobody")), List.of(List.of("nobody"))));
        assertThat(outside("DEALLOCATE ALL")).isNull();
        assertThat(who()).isEqualTo("nobody");
    }

    @Test
    void what_was_prepared_follows_a_change_of_its_table() {
        Sql question = Sql.of("SELECT a FROM lab.changing");
        assertThat(ask(question)).isEqualTo(List.of(List.of(List.of("1"))));
        execute("ALTER TABLE lab.changing ALTER a TYPE text USING a || '!'");
        assertThat(ask(question)).isEqualTo(List.of(List.of(List.of("1!"))));
        execute("ALTER TABLE lab.changing ALTER a TYPE integer USING 2");
        assertThat(ask(WHO, question)).isEqualTo(List.of(List.of(List.of("nobody")), List.of(List.of("2"))));
    }

    @Test
    void more_statements_than_are_kept_prepared() {
        List<Sql> questions =
                IntStream.range(0, 600).mapToObj(i -> Sql.of("SELECT " + i)).toList();
        for (int time = 0; time < 2; time++) {
            for (int from = 0; from < 600; from += 50) {
                int first = from;
                assertThat(ask(questions.subList(from, from + 50).toArray(Sql[]::new)))
                        .isEqualTo(IntStream.range(first, first + 50)
                                .mapToObj(i -> List.of(List.of("" + i)))
                                .toList());
            }
        }
        assertThat(outside("SELECT (count(*) < 300)::text FROM pg_prepared_statements"))
                .isEqualTo("true");
    }

    @Test
    void whoever_leaves_leaves_a_connection_for_the_next() {
        for (int time = 0; time < 200; time++) {
            session.ask(
                            Callers.user("ada", Role.DEPOSITOR),
                            Map.of(),
                            List.of(WHO, Sql.of("SELECT pg_sleep(300)::text")))
                    .subscribe()
                    .dispose();
            assertThat(who()).isEqualTo("nobody");
        }
        assertThat(Flux.range(0, 50)
                        .flatMap(_ -> session.ask(Principal.anonymous(), Map.of(), List.of(WHO)))
                        .collectList()
                        .block())
                .hasSize(50);
    }

    @Test
    void a_statement_that_comes_after_the_request_to_cancel_it_is_cancelled() throws Exception {
        try (CancelFirstProxy proxy = new CancelFirstProxy(DATABASE.host(), DATABASE.port(), "pg_sleep")) {
            ConnectionPool held = Connections.service(ServiceSettings.of(DATABASE, proxy.port(), 1), "ask");
            PrincipalSession leaving = new PrincipalSession(held, Duration.ofMinutes(5), ObserveStatements.NONE);
            Disposable left = leaving.ask(
                            Principal.anonymous(), Map.of(), List.of(Sql.of("SELECT pg_sleep(300)::text")))
                    .subscribe();
            proxy.statementHeld.await();
            left.dispose();
            assertThat(leaving.ask(Principal.anonymous(), Map.of(), List.of(WHO))
                            .block(TIMEOUT))
                    .isEqualTo(List.of(List.of(List.of("nobody"))));
            held.dispose();
        }
    }

    @Test
    void whoever_leaves_work_that_decides_as_it_goes_leaves_a_connection_for_the_next() {
        Sql sleep = Sql.of("SELECT pg_sleep(300)::text");
        Principal ada = Callers.user("ada", Role.DEPOSITOR);
        for (int time = 0; time < 100; time++) {
            session.read(ada, transaction -> transaction.rows(sleep))
                    .subscribe()
                    .dispose();
            assertThat(who()).isEqualTo("nobody");
            session.write(ada, transaction -> transaction.rows(List.of(WHO, sleep, WHO)))
                    .subscribe()
                    .dispose();
            assertThat(who()).isEqualTo("nobody");
        }
    }

    private String who() {
        return Objects.requireNonNull(ask(WHO).getFirst().getFirst().getFirst());
    }

    private List<List<List<@Nullable String>>> ask(Sql... questions) {
        return Objects.requireNonNull(
                session.ask(Principal.anonymous(), Map.of(), List.of(questions)).block(TIMEOUT));
    }

    /** A statement on the one connection, without a caller. */
    private @Nullable String outside(String sql) {
        List<String> answer = Flux.usingWhen(
                        connections.create(),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .concatMap(result -> result.map(row -> String.valueOf(row.get(0, String.class)))),
                        io.r2dbc.spi.Connection::close)
                .collectList()
                .block(TIMEOUT);
        return Objects.requireNonNull(answer).isEmpty() ? null : answer.getFirst();
    }

    private static void execute(String sql) {
        try {
            DATABASE.execute(DATABASE.superuser(), sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
