package io.weft.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Role;
import io.weft.service.testing.RunningService;
import io.weft.service.testing.ServiceClient;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class BulkTimeoutTest {

    @Test
    void a_load_that_takes_longer_than_configured_ends_with_a_word_and_without_rows() throws SQLException {
        try (RunningService service = RunningService.start(
                "features", FeaturesServiceApplication.class, "weft.database.bulk-timeout=300ms")) {
            ServiceClient curator = service.as("cora", Role.CURATOR);
            String record = service.records().publish("rec-a", "ada", "-infinity");
            curator.data(
                    "mutation { registerHook(input: {name: \"slow_thing\", cardinality: many, columns: [{name: \"n\", jsonType: number}]}) { name } }");
            String line = "{\"record\": \"" + record + "\", \"rows\": [{\"n\": 1}]}";

            try (Connection other =
                            service.database().connect(service.database().superuser());
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE features.slow_thing IN EXCLUSIVE MODE");

                HttpResponse<String> waiting = curator.bulk("/bulk/features/slow_thing?release=1", line);

                assertThat(waiting.statusCode()).isEqualTo(504);
                assertThat(waiting.body()).contains("TIMEOUT", "longer than");
                other.rollback();
            }
            assertThat(curator.data("{ slowThing { totalCount } }")
                            .at("/slowThing/totalCount")
                            .asInt())
                    .isZero();
            assertThat(curator.bulk("/bulk/features/slow_thing?release=1", line).body())
                    .isEqualTo("{\"lines\":1,\"rows\":1}");
        }
    }
}
