package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.contracts.Principal;
import io.weft.service.testing.RunningService;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each over a service of its own: two of them in one process share what the first that ends takes away. */
class LiveTablesElsewhereTest {

    @Test
    void withoutEventTriggersTheCatalogIsLookedAt() throws SQLException {
        try (RunningService other = RunningService.start(
                "records", TablesOnlyService.class, "weft.database.schema=records", "weft.watch.interval=100ms")) {
            String superuser = "DROP EVENT TRIGGER weft_schema_changed; DROP EVENT TRIGGER weft_schema_dropped";
            other.database().execute(other.database().superuser(), superuser);
            // It learns of it when it listens anew, as it does after each start of the server.
            other.database()
                    .execute(
                            other.database().superuser(),
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                                    + " AND application_name LIKE '%(listen)'");
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(listeners(other)).isEqualTo(1));
            other.database().execute(other.database().superuser(), """
                    CREATE TABLE records.quiet (id integer PRIMARY KEY);
                    GRANT SELECT ON records.quiet TO records_service""");

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(sdl(other)).contains("type Quiet"));
        }
    }

    @Test
    void aServiceOfManyTablesGetsOneMoreColumn() throws SQLException {
        try (RunningService many =
                RunningService.start("records", TablesOnlyService.class, "weft.database.schema=records")) {
            many.database().execute(many.database().superuser(), """
                    ALTER DEFAULT PRIVILEGES IN SCHEMA records GRANT SELECT ON TABLES TO records_service;
                    DO $$ BEGIN FOR i IN 1..100 LOOP
                      EXECUTE format('CREATE TABLE records.thing%s (id integer PRIMARY KEY, name text, size float8)', i);
                    END LOOP; END $$""");
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> fields(many, "Thing100").contains("size"));

            many.database().execute(many.database().superuser(), "ALTER TABLE records.thing50 ADD COLUMN late text");

            await().atMost(Duration.ofMinutes(3))
                    .until(() -> fields(many, "Thing50").contains("late"));
        }
    }

    private static String fields(RunningService of, String type) {
        return of.as(Principal.anonymous())
                .data("{ __type(name: \"" + type + "\") { fields { name } } }")
                .toString();
    }

    private static int listeners(RunningService of) throws SQLException {
        try (var connection = of.database().connect(of.database().superuser());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND application_name LIKE '%(listen)' AND query LIKE 'WITH tables%'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String sdl(RunningService of) {
        return of.as(Principal.anonymous())
                .data("{ _service { sdl } }")
                .at("/_service/sdl")
                .asString();
    }
}
