package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import io.weft.service.testing.ServiceClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain DDL by somebody who knows nothing of the service: the event triggers tell it. */
class LiveTablesTest {

    private static RunningService service;
    private static ServiceClient anonymous;

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @BeforeAll
    static void start() throws SQLException {
        service = RunningService.start(
                "records",
                TablesOnlyService.class,
                "weft.database.schema=records",
                // Found by looking, a change would come too late for any of these tests.
                "weft.watch.heartbeat=1h",
                "management.endpoint.health.show-components=always",
                "management.endpoint.health.show-details=when-authorized",
                "management.endpoint.health.roles=ADMIN");
        anonymous = service.as(Principal.anonymous());
        change("""
                ALTER DEFAULT PRIVILEGES IN SCHEMA records GRANT SELECT ON TABLES TO records_service;
                CREATE TYPE records.mood AS ENUM ('calm');
                CREATE TABLE records.cell (id integer PRIMARY KEY, size integer, mood records.mood, gone text, hidden text);
                CREATE TABLE records.leaving (id integer PRIMARY KEY);
                REVOKE SELECT ON records.cell FROM records_service;
                GRANT SELECT (id, size, mood, gone) ON records.cell TO records_service;
                CREATE TABLE records.old_name (id integer PRIMARY KEY)""");
        await().untilAsserted(() -> assertThat(sdl()).contains("type Cell", "type OldName", "type Leaving"));
    }

    @AfterAll
    static void stop() {
        service.close();
        Awaitility.reset();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CREATE TABLE records.newcomer (id integer PRIMARY KEY)                            | type Newcomer
                    CREATE TABLE records.copied AS SELECT 1 AS id; ALTER TABLE records.copied ADD PRIMARY KEY (id) | type Copied
                    ALTER TABLE records.cell ADD COLUMN weight float8; GRANT SELECT ON records.cell TO records_service | weight: Float
                    ALTER TABLE records.cell RENAME COLUMN size TO girth                              | girth: Int
                    ALTER TABLE records.old_name RENAME TO new_name                                   | type NewName
                    COMMENT ON COLUMN records.cell.id IS 'counted from one'                           | counted from one
                    ALTER TYPE records.mood ADD VALUE 'merry'                                         | merry
                    CREATE VIEW records.seen AS SELECT id FROM records.cell; COMMENT ON VIEW records.seen IS '@key id' | type Seen
                    GRANT SELECT (hidden) ON records.cell TO records_service                          | hidden: String
                    """)
    void whatIsNewAppears(String ddl, String inTheSdl) throws SQLException {
        change(ddl);

        await().untilAsserted(() -> assertThat(sdl()).contains(inTheSdl));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DROP TABLE records.leaving            | type Leaving
                    ALTER TABLE records.cell DROP COLUMN gone | gone: String
                    """)
    void whatIsGoneDisappears(String ddl, String inTheSdl) throws SQLException {
        change(ddl);

        await().untilAsserted(() -> assertThat(sdl()).doesNotContain(inTheSdl));
    }

    @Test
    void aNameThatMeansTwoThingsIsSaidByHealthAndTheRestLives() throws SQLException {
        change(
                "CREATE TABLE records.twin_one (id integer PRIMARY KEY); COMMENT ON TABLE records.twin_one IS '@name Twin'");
        await().untilAsserted(() -> assertThat(sdl()).contains("type Twin "));

        change(
                "CREATE TABLE records.twin_two (id integer PRIMARY KEY); COMMENT ON TABLE records.twin_two IS '@name Twin'");
        change("CREATE TABLE records.bystander (id integer PRIMARY KEY)");

        await().untilAsserted(() -> assertThat(sdl()).contains("type Bystander", "type Twin "));
        await().untilAsserted(() -> assertThat(
                        health().at("/components/subgraph/details/notPublished").toString())
                .contains("records.twin_two", "Twin"));
    }

    @Test
    void requestsAreAnsweredWhileTablesChange() throws SQLException {
        change("CREATE TABLE records.steady (id integer PRIMARY KEY); INSERT INTO records.steady VALUES (1)");
        await().untilAsserted(() -> assertThat(sdl()).contains("type Steady"));
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> asking = CompletableFuture.supplyAsync(() -> {
            int asked = 0;
            while (!done.get()) {
                assertThat(anonymous.data("{ steady { nodes { id } } }").toString())
                        .isEqualTo("{\"steady\":{\"nodes\":[{\"id\":1}]}}");
                asked++;
            }
            return asked;
        });

        for (int i = 0; i < 40; i++) {
            change("CREATE TABLE records.storm" + i + " (id integer PRIMARY KEY)");
        }
        try {
            await().untilAsserted(() -> assertThat(sdl()).contains("type Storm39"));
        } finally {
            done.set(true);
        }

        assertThat(asking.join()).isPositive();
    }

    private static String sdl() {
        return anonymous.data("{ _service { sdl } }").at("/_service/sdl").asString();
    }

    private static JsonNode health() {
        return JsonMapper.shared()
                .readTree(service.get("/actuator/health", service.signed(Callers.user("root", Role.ADMIN)))
                        .body());
    }

    private static void change(String sql) throws SQLException {
        service.database().execute(service.database().superuser(), sql);
    }
}
