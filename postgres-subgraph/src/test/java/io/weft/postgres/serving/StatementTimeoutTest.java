package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.service.testing.RunningService;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatementTimeoutTest {

    @Test
    void whatTakesTooLongEndsWithASentence() throws SQLException {
        try (RunningService service = ItemService.start("weft.database.statement-timeout=PT0.2S")) {
            service.database().execute(service.database().superuser(), """
                    INSERT INTO records.sample (id, word_set, size_set, amount_set, seen_set) VALUES (1, 'a', 1, 1, now());
                    ALTER TABLE records.sample ENABLE ROW LEVEL SECURITY;
                    CREATE POLICY slow ON records.sample USING (pg_sleep(3600) IS NOT NULL)""");
            JsonNode error = service.as(Principal.anonymous()).firstError("{ samples { nodes { id } } }");
            assertThat(error.at("/extensions/code").asString()).isEqualTo("TIMEOUT");
            assertThat(error.get("message").asString()).contains("narrow the filter");
        }
    }
}
