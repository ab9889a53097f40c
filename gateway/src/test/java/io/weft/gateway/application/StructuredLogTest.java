package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.HeaderNames;
import io.weft.gateway.subgraph.LiveSubgraph;
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

    private static final String SDL = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\")\n"
            + "type Query { version: String }\n";

    @Test
    void a_request_is_a_line_of_json_with_its_id_and_operation(CapturedOutput output) {
        try (LiveSubgraph subgraph = new LiveSubgraph(
                        SDL,
                        wiring -> wiring.type("Query", type -> type.dataFetcher("version", environment -> "one")));
                RunningGateway gateway = RunningGateway.start(
                        "--weft.gateway.subgraphs[0].name=one", "--weft.gateway.subgraphs[0].url=" + subgraph.url())) {
            gateway.until(
                    () -> gateway.get("/actuator/health/readiness", Map.of()).statusCode() == 200);
            gateway.post("query Fine { version }", Map.of(HeaderNames.REQUEST_ID, "request-17"));

            gateway.until(() -> lines(output, "request-17").size() == 1);
            JsonNode line = lines(output, "request-17").getFirst();
            assertThat(line.path("operation").asString()).isEqualTo("Fine");
            assertThat(line.at("/service/name").asString()).isEqualTo("gateway");
            assertThat(line.path("message").asString()).isEqualTo("request");
        }
    }

    private static List<JsonNode> lines(CapturedOutput output, String requestId) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("\"" + requestId + "\""))
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
