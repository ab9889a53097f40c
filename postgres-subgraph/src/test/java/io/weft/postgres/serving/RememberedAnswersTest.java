package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.session.ObserveStatements;
import io.weft.postgres.testing.TestDatabase;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The same question over and over, over HTTP, of a database that others write to past the service. */
class RememberedAnswersTest {

    private static final Principal ADA = Callers.user("ada", Role.DEPOSITOR);
    private static final Principal BOB = Callers.user("bob", Role.DEPOSITOR);
    private static final String QUESTION = "{ items { totalCount nodes { title } } }";

    private static final AtomicInteger STATEMENTS = new AtomicInteger();
    private static final Set<String> THREADS = ConcurrentHashMap.newKeySet();
    private static RunningService service;

    @Import(ItemService.class)
    static class ObservedItemService {

        @Bean
        ObserveStatements counting() {
            return (_, _) -> {
                STATEMENTS.incrementAndGet();
                THREADS.add(Thread.currentThread().getName());
            };
        }
    }

    @BeforeAll
    static void start() throws SQLException {
        service = start("weft.remember.for-at-most=10s");
    }

    private static RunningService start(String setting) throws SQLException {
        RunningService started =
                RunningService.start("records", ObservedItemService.class, "weft.database.schema=records", setting);
        write(
                started,
                "INSERT INTO records.item (srn, owner, readable_from, title) VALUES ('a', 'ada', 'infinity', 'hers'), ('b', 'ada', '-infinity', '0')");
        return started;
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void write(RunningService to, String sql) throws SQLException {
        to.database().execute(to.database().superuser(), sql);
    }

    private static String titles(RunningService of, Principal caller) {
        return of.query(caller, QUESTION).at("/data/items").toString();
    }

    private static String seen(String... titles) {
        StringBuilder nodes = new StringBuilder();
        for (String title : titles) {
            nodes.append(nodes.isEmpty() ? "" : ",")
                    .append("{\"title\":\"")
                    .append(title)
                    .append("\"}");
        }
        return "{\"totalCount\":" + titles.length + ",\"nodes\":[" + nodes + "]}";
    }

    /** Somebody else may write to another database of the server meanwhile, but not all the time. */
    @Test
    @Timeout(60)
    void where_nobody_writes_it_is_answered_without_asking_the_tables_again() {
        int before;
        do {
            before = STATEMENTS.get();
            titles(service, ADA);
        } while (STATEMENTS.get() > before);
    }

    @Test
    @Timeout(120)
    void what_was_committed_is_seen_at_once_and_nothing_before() throws SQLException {
        try (Connection writer = service.database().connect(service.database().superuser());
                Statement statement = writer.createStatement()) {
            for (int time = 1; time <= 200; time++) {
                statement.execute("BEGIN; UPDATE records.item SET title = '" + time + "' WHERE srn = 'b'");
                for (int again = 0; again < 3; again++) {
                    assertThat(titles(service, BOB)).isEqualTo(seen("" + (time - 1)));
                }
                statement.execute("COMMIT");
                for (int again = 0; again < 3; again++) {
                    assertThat(titles(service, BOB)).isEqualTo(seen("" + time));
                }
            }
            statement.execute("UPDATE records.item SET title = '0' WHERE srn = 'b'");
        }
    }

    /** As the database's: {@code DatabaseStateTest}. */
    @Test
    void requests_are_read_on_the_loops_of_all_connections() {
        THREADS.clear();
        service.query(BOB, "{ items { totalCount } }");
        assertThat(THREADS).isNotEmpty().allMatch(thread -> thread.startsWith("weft"));
    }

    @Test
    void each_caller_sees_his_own() {
        for (int time = 0; time < 5; time++) {
            assertThat(titles(service, ADA)).isEqualTo(seen("hers", "0"));
            assertThat(titles(service, BOB)).isEqualTo(seen("0"));
        }
    }

    @Test
    void whoever_wants_it_asks_each_time() throws SQLException {
        try (RunningService forgetful = start("weft.remember.for-at-most=0s")) {
            for (int time = 0; time < 5; time++) {
                int before = STATEMENTS.get();
                assertThat(titles(forgetful, BOB)).isEqualTo(seen("0"));
                assertThat(STATEMENTS.get()).isGreaterThan(before);
            }
        }
    }

    @Test
    void what_writes_writes_each_time() throws SQLException {
        TestDatabase database = TestDatabase.create();
        database.execute(database.superuser(), """
                CREATE SCHEMA shop;
                GRANT USAGE ON SCHEMA shop TO records_service;
                CREATE TABLE shop.tick (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text);
                COMMENT ON TABLE shop.tick IS '@writable';
                GRANT SELECT, INSERT ON shop.tick TO records_service""");
        try (RunningService shop = RunningService.start(
                "records",
                ConfiguredService.class,
                database,
                "weft.database.schema=records",
                "weft.publication.schemas=shop")) {
            for (int time = 1; time <= 5; time++) {
                assertThat(shop.query(ADA, "mutation { insertTick(values: { what: \"one\" }) { id } }")
                                .at("/data/insertTick/id")
                                .asInt())
                        .isEqualTo(time);
                assertThat(shop.query(ADA, "{ tick { totalCount } }")
                                .at("/data/tick/totalCount")
                                .asInt())
                        .isEqualTo(time);
            }
        }
    }

    @Test
    void what_is_too_large_to_be_kept_is_answered_as_ever() throws SQLException {
        try (RunningService small = start("weft.remember.size=1KB")) {
            write(
                    small,
                    "INSERT INTO records.item (srn, owner, title) SELECT 'c' || n, 'bob', 'C' FROM generate_series(1, 40) n");
            for (int time = 0; time < 5; time++) {
                int before = STATEMENTS.get();
                assertThat(titles(small, BOB)).startsWith("{\"totalCount\":41,");
                assertThat(STATEMENTS.get()).isGreaterThan(before);
            }
        }
    }
}
