package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.Gateway;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A stream goes on by the cursors of a service, between which entities may change, and which may not know what they are for. */
final class CursorsOfStreamsTest extends OverLists {

    private static final String QUESTION =
            "{ records(filter: {sure: {lt: 6}}, orderBy: [{kind: ASC}], first: 9) { nodes { number } } }";

    private Gateway streaming(BiFunction<Request, ObjectNode, JsonNode> answers) {
        features.boast = 20;
        return gateway(settings(Strategy.STREAM, 30, 100, 1_000), request -> {
            noted(request);
            ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(request.body());
            return describe(request).contains("archive entries")
                            && body.path("variables").has("weft__after")
                    ? Mono.fromSupplier(() -> response(answers.apply(request, body)))
                    : null;
        });
    }

    private static Response response(JsonNode answer) {
        return new Response.Answered(200, answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode answer(Request request, ObjectNode body) {
        Response response = answer(new Request(
                request.subgraph(),
                request.url(),
                request.kind(),
                body.toString().getBytes(StandardCharsets.UTF_8),
                request.headers(),
                request.operationName()));
        return JsonMapper.shared().readTree(((Response.Answered) response).body());
    }

    @Test
    void a_service_that_does_not_know_what_a_cursor_is_for_fails_the_selection() {
        Gateway gateway = streaming((request, body) -> {
            ((ObjectNode) body.path("variables")).remove("weft__after");
            return answer(request, body);
        });
        JsonNode error = ask(gateway, QUESTION, Map.of()).at("/errors/0");
        assertThat(error.path("message").asString())
                .contains("'archive'", "the cursor after which it was to begin", "archiveSelection");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("SUBGRAPH_INVALID_ANSWER");
        assertThat(asked).hasSizeLessThan(10);
    }

    /** Its cursor is another one then. */
    @Test
    void an_entity_that_moves_while_it_is_streamed_is_on_the_page_once() {
        List<Integer> all = expected(Map.of("sure", Map.of("lt", 6)), List.of(Map.of("kind", "ASC")));
        Gateway gateway = streaming((request, body) -> {
            JsonNode answer = answer(request, body);
            ObjectNode selection = (ObjectNode) answer.at("/data/selection");
            ArrayNode entries = (ArrayNode) selection.path("entries");
            ((ObjectNode) entries.get(0)).put("key", all.getFirst()).put("cursor", "moved");
            return answer;
        });
        JsonNode answer = ask(gateway, QUESTION, Map.of());
        assertThat(onPage(answer)).doesNotHaveDuplicates().startsWith(all.getFirst());
        assertThat(asked.stream().filter("archive entries"::equals)).hasSizeGreaterThan(1);
    }
}
