package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import io.weft.service.testing.ServiceClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is served while tables change under it. */
class LiveSubgraphTest {

    private static final String LISTENING =
            "FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%(listen)'";

    private static RunningService service;
    private static ServiceClient anonymous;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "records",
                ItemService.class,
                "weft.database.schema=records",
                "management.endpoint.health.probes.enabled=true",
                "management.endpoint.health.show-components=always",
                "management.endpoint.health.show-details=when-authorized",
                "management.endpoint.health.roles=ADMIN");
        anonymous = service.as(Principal.anonymous());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatWasMissedWhileTheListeningConnectionWasBrokenIsMadeGood() throws SQLException {
        change("ALTER TABLE records.item ADD COLUMN heard text; NOTIFY weft_records");
        await().untilAsserted(() -> assertThat(sdl()).contains("heard: String"));
        int before = backend();

        change("ALTER TABLE records.item ADD COLUMN missed text");
        change("SELECT pg_terminate_backend(pid) " + LISTENING);

        await().untilAsserted(() -> assertThat(sdl()).contains("missed: String"));
        await().untilAsserted(() -> assertThat(backend()).isNotEqualTo(before));
        change("ALTER TABLE records.item ADD COLUMN again text; NOTIFY weft_records");
        await().untilAsserted(() -> assertThat(sdl()).contains("again: String"));
    }

    @Test
    void aChangeThatCannotBeServedIsSaidByHealthWhileTheOldSubgraphAnswers() throws SQLException {
        assertThat(subgraphHealth().has("outdatedBecause")).isFalse();

        change("ALTER TABLE records.sample RENAME TO sample_away; NOTIFY weft_records");
        await().untilAsserted(() ->
                assertThat(subgraphHealth().path("outdatedBecause").asString()).contains("records.sample"));

        assertThat(health(Principal.anonymous()).at("/components/subgraph").toString())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(anonymous.data("{ items { totalCount } }").has("items")).isTrue();

        change("ALTER TABLE records.sample_away RENAME TO sample; NOTIFY weft_records");
        await().untilAsserted(() ->
                assertThat(subgraphHealth().has("outdatedBecause")).isFalse());
    }

    private static String sdl() {
        return anonymous.data("{ _service { sdl } }").at("/_service/sdl").asString();
    }

    private static JsonNode subgraphHealth() {
        return health(Callers.user("root", Role.ADMIN)).at("/components/subgraph/details");
    }

    private static JsonNode health(Principal principal) {
        return JsonMapper.shared()
                .readTree(service.get("/actuator/health", service.signed(principal))
                        .body());
    }

    private static void change(String sql) throws SQLException {
        service.database().execute(service.database().superuser(), sql);
    }

    private static int backend() throws SQLException {
        try (Connection connection =
                        service.database().connect(service.database().superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(max(pid), 0) " + LISTENING)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
