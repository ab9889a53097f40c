package io.weft.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class StructuredLogTest {

    @Test
    void a_line_is_json_with_service_request_id_and_operation(CapturedOutput output) {
        try (RunningService service = RunningService.start("records", RecordsServiceApplication.class)) {
            ask(service);
            await().untilAsserted(() -> assertThat(lines(output)).hasSize(1));
            JsonNode line = JsonMapper.shared().readTree(lines(output).getFirst());
            assertThat(line.path("request_id").asString()).isEqualTo("request-17");
            assertThat(line.path("operation").asString()).isEqualTo("HowMany");
            assertThat(line.path("status").asInt()).isEqualTo(200);
            assertThat(line.at("/service/name").asString()).isEqualTo("weft-records");
            assertThat(line.path("message").asString()).isEqualTo("request");
        }
    }

    @Test
    void for_people_the_same_is_text(CapturedOutput output) {
        try (RunningService service = RunningService.start(
                "records", RecordsServiceApplication.class, "logging.structured.format.console=")) {
            ask(service);
            await().untilAsserted(() -> assertThat(lines(output)).hasSize(1));
            assertThat(lines(output).getFirst())
                    .contains(
                            " INFO  io.weft.postgres.access ",
                            " request method=\"POST\" path=\"/graphql\" status=\"200\"",
                            "request_id=request-17",
                            "operation=HowMany");
        }
    }

    private static void ask(RunningService service) {
        Map<String, String> headers = new HashMap<>(service.signed(Callers.user("ada", Role.DEPOSITOR)));
        headers.put("X-Request-Id", "request-17");
        service.post(
                "/graphql", headers, "application/json", "{\"query\":\"query HowMany { records { totalCount } }\"}");
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("request-17"))
                .toList();
    }
}
