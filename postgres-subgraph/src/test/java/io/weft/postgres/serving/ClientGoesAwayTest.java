package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.service.testing.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.env.Environment;

/** Rows of {@code sample} take for ever here: its policy sleeps. */
class ClientGoesAwayTest {

    private static RunningService service;

    @BeforeAll
    static void start() throws SQLException {
        service = ItemService.start("weft.database.statement-timeout=PT1M");
        service.database().execute(service.database().superuser(), """
                INSERT INTO records.sample (id, word_set, size_set, amount_set, seen_set) VALUES (1, 'a', 1, 1, now());
                ALTER TABLE records.sample ENABLE ROW LEVEL SECURITY;
                CREATE POLICY slow ON records.sample USING (pg_sleep(3600) IS NOT NULL)""");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Timeout(60)
    void whatNobodyWaitsForIsCancelledInTheDatabase() throws SQLException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> asked =
                    client.sendAsync(question("{ samples { nodes { id } } }"), HttpResponse.BodyHandlers.ofString());
            awaitRunning(1, asked);
            asked.cancel(true);
            awaitRunning(0, asked);
        }
        assertThat(service.as(Principal.anonymous())
                        .data("{ items { totalCount } }")
                        .at("/items/totalCount")
                        .asInt())
                .isZero();
    }

    private static HttpRequest question(String document) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:"
                        + service.bean(Environment.class).getProperty("local.server.port") + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + document + "\"}"));
        Map<String, String> signed = service.signed(Principal.anonymous());
        signed.forEach(request::header);
        return request.build();
    }

    /** Asks until so many statements sleep; the test's own limit ends it. */
    private static void awaitRunning(int wanted, CompletableFuture<HttpResponse<String>> asked) throws SQLException {
        try (Connection connection =
                        service.database().connect(service.database().superuser());
                Statement statement = connection.createStatement()) {
            int running = -1;
            while (running != wanted) {
                assertThat(Thread.interrupted())
                        .as("waited for %d sleeping statements, there are %d", wanted, running)
                        .isFalse();
                if (wanted > 0 && asked.isDone()) {
                    throw new AssertionError("it was answered: " + asked.join().body());
                }
                try (ResultSet result = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'")) {
                    result.next();
                    running = result.getInt(1);
                }
            }
        }
    }
}
