package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.Gateway;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Some services offer the entities themselves: whoever is asked which they are tells their fields in the same answer. */
final class NodesTest extends OverLists {

    private static final String MANY = "filter: {kind: {lt: 11}, sure: {lt: 11}}";
    private static final Map<String, Object> AS_MANY = Map.of("kind", Map.of("lt", 11), "sure", Map.of("lt", 11));

    @Override
    boolean tellsNodes(String service) {
        return Set.of("archive", "features").contains(service);
    }

    @Test
    void a_page_that_one_service_finds_and_knows_takes_one_call() {
        Gateway gateway = gateway(SelectionSettings.USUAL, this::noted);
        JsonNode answer = ask(
                gateway,
                "{ records(filter: {kind: {lt: 5}}, first: 7) { totalCount nodes { number year why: kind } } }",
                Map.of());
        check(answer, Map.of("kind", Map.of("lt", 5)), 7);
        answer.at("/data/records/nodes")
                .forEach(node -> assertThat(node.path("why").asInt())
                        .isEqualTo(archive.value(node.path("number").asInt(), "kind")));
        assertThat(asked).containsExactly("archive entries nodes");
        assertThat(reports.getLast().calls().getLast().asked()).isEqualTo("entries, count, fields");
    }

    @Test
    void who_tells_entities_in_order_and_who_checks_them_tell_their_fields() {
        Gateway gateway = gateway(settings(Strategy.STREAM, 30, 100, 1_000), this::noted);
        JsonNode answer = ask(
                gateway,
                "{ records(" + MANY + ", orderBy: [{kind: ASC}], first: 20) { nodes { number kind sure } } }",
                Map.of());
        assertThat(onPage(answer))
                .isEqualTo(expected(AS_MANY, List.of(Map.of("kind", "ASC"))).subList(0, 20));
        answer.at("/data/records/nodes").forEach(this::checkFields);
        assertThat(asked)
                .contains("archive entries nodes", "features selection nodes")
                .noneMatch(call -> call.contains("entities"));
    }

    @Test
    void where_all_that_match_are_found_first_who_orders_them_tells_the_fields_of_the_page() {
        Gateway gateway = gateway(settings(Strategy.FULL, 30, 100, 1_000), this::noted);
        JsonNode answer = ask(
                gateway,
                "{ records(" + MANY + ", orderBy: [{sure: DESC}], first: 20) { totalCount nodes { number sure } } }",
                Map.of());
        assertThat(onPage(answer))
                .isEqualTo(expected(AS_MANY, List.of(Map.of("sure", "DESC"))).subList(0, 20));
        answer.at("/data/records/nodes").forEach(this::checkFields);
        assertThat(asked).contains("features entries nodes").noneMatch(call -> call.contains("entities"));
    }

    @Test
    void who_tells_what_is_not_on_the_page_is_asked_by_key() {
        Gateway gateway = gateway(settings(Strategy.STREAM, 30, 100, 1_000), this::noted);
        String query = "query ($filter: RecordFilter) { records(filter: $filter, orderBy: [{kind: ASC}], first: 20)"
                + " { nodes { number kind sure } } }";
        for (Map<String, Object> filter : List.<Map<String, Object>>of(
                Map.of("not", Map.of("sure", Map.of("lt", 8))),
                Map.of("or", List.of(Map.of("sure", Map.of("lt", 9)), Map.of("year", Map.of("lt", 6)))))) {
            asked.clear();
            JsonNode answer = ask(gateway, query, Map.of("filter", filter));
            assertThat(onPage(answer))
                    .isEqualTo(expected(filter, List.of(Map.of("kind", "ASC"))).subList(0, 20));
            answer.at("/data/records/nodes").forEach(this::checkFields);
            assertThat(asked)
                    .contains("archive entries nodes", "features selection entities")
                    .doesNotContain("features selection nodes");
        }
    }

    @Test
    void what_goes_wrong_with_fields_is_told_there_and_does_no_harm_to_the_selection() {
        List<UnaryOperator<String>> broken = List.of(
                body -> body.replaceFirst("^\\{", "{\"errors\":[{\"message\":\"out of order\"}],"),
                body -> body.replaceFirst("\"nodes\":\\[", "\"nodes\":[{},"),
                body -> body.replaceFirst("\"nodes\":\\[", "\"others\":["),
                body -> body.replaceFirst("\"nodes\":\\[.*]", "\"nodes\":null"));
        for (UnaryOperator<String> how : broken) {
            asked.clear();
            Gateway gateway = gateway(SelectionSettings.USUAL, request -> {
                noted(request);
                return describe(request).endsWith("nodes")
                        ? Mono.fromSupplier(() -> changed(answer(request), how))
                        : null;
            });
            JsonNode answer = ask(
                    gateway, "{ records(filter: {kind: {lt: 5}}, first: 7) { nodes { number year kind } } }", Map.of());
            assertThat(answer.has("errors")).as(answer.toString()).isFalse();
            check(answer, Map.of("kind", Map.of("lt", 5)), 7);
            assertThat(asked).startsWith("archive entries nodes").endsWith("archive entities");
        }
    }

    private static Response changed(Response response, UnaryOperator<String> how) {
        return response instanceof Response.Answered(int status, byte[] body, var _)
                ? new Response.Answered(
                        status,
                        how.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8))
                : response;
    }

    @Test
    void nodes_are_told_apart_by_their_keys() {
        List<String> others = new ArrayList<>();
        for (UnaryOperator<ArrayNode> order : List.<UnaryOperator<ArrayNode>>of(
                nodes -> arranged(nodes, nodes.size() - 1, -1), nodes -> arranged(nodes, 0, 0))) {
            asked.clear();
            Gateway gateway = gateway(SelectionSettings.USUAL, request -> {
                noted(request);
                return describe(request).endsWith("nodes")
                        ? Mono.fromSupplier(() -> rearranged(answer(request), order))
                        : null;
            });
            check(
                    ask(
                            gateway,
                            "{ records(filter: {kind: {lt: 5}}, first: 7) { nodes { year kind number } } }",
                            Map.of()),
                    Map.of("kind", Map.of("lt", 5)),
                    7);
            others.add(asked.size() == 1 ? "as told" : String.join(", ", asked));
        }
        assertThat(others)
                .as("in another order, and the first one again and again")
                .containsExactly("as told", "archive entries nodes, archive entities");
    }

    private static ArrayNode arranged(ArrayNode nodes, int from, int step) {
        ArrayNode others = JsonMapper.shared().createArrayNode();
        IntStream.range(0, nodes.size()).forEach(i -> others.add(nodes.get(from + step * i)));
        return others;
    }

    private static Response rearranged(Response response, UnaryOperator<ArrayNode> order) {
        return changed(response, body -> {
            JsonNode answer = JsonMapper.shared().readTree(body);
            ObjectNode selection = (ObjectNode) answer.at("/data/selection");
            selection.set("nodes", order.apply((ArrayNode) selection.path("nodes")));
            return answer.toString();
        });
    }

    @Test
    void whatever_is_told_along_the_answer_is_the_same() {
        Random chance = new Random(11);
        for (Strategy strategy : Strategy.values()) {
            Gateway gateway =
                    gateway(settings(strategy == Strategy.SINGLE ? null : strategy, 30, 100, 1_000), this::noted);
            for (int i = 0; i < 150; i++) {
                Map<String, Object> filter = filter(chance, 2);
                List<Map<String, Object>> order = order(chance);
                int size = 1 + chance.nextInt(25);
                boolean last = chance.nextInt(3) == 0;
                JsonNode answer = ask(
                        gateway,
                        "query ($filter: RecordFilter, $order: [RecordOrder!], $size: Int, $total: Boolean!)"
                                + " { records(filter: $filter, orderBy: $order, " + (last ? "last" : "first")
                                + ": $size) { totalCount @include(if: $total)"
                                + " nodes { number kind year size age sure near } } }",
                        Map.of("filter", filter, "order", order, "size", size, "total", chance.nextInt(3) == 0));
                List<Integer> all = expected(filter, order);
                assertThat(onPage(answer))
                        .as(filter + " by " + order)
                        .isEqualTo(
                                last
                                        ? all.subList(Math.max(0, all.size() - size), all.size())
                                        : all.stream().limit(size).toList());
                answer.at("/data/records/nodes").forEach(this::checkFields);
            }
        }
        assertThat(asked)
                .contains(
                        "archive entries nodes",
                        "features entries nodes",
                        "features selection nodes",
                        "features selection entities",
                        "metadata selection entities");
    }

    @Test
    void nodes_of_another_type_are_none() {
        String sdl = archive.sdl().replace("nodes: [Record!]!", "nodes: [Int!]!");
        CompositionResult result = new Composer()
                .compose(Stream.of(new SubgraphSource(new SubgraphName("archive"), URI.create("http://archive"), sdl))
                        .toList());
        assertThat(result)
                .isInstanceOfSatisfying(
                        CompositionResult.Refused.class,
                        refused -> assertThat(refused.errors().toString())
                                .contains("ArchiveSelection.nodes must be [Record!]!, not [Int!]!"));
    }

    /** A page so large that no service need tell it at once. */
    @Test
    void a_large_page_is_asked_for_by_key() {
        Gateway gateway = gateway(
                new SelectionSettings(
                        20, 1_000, 30, 100, 1_000, 10_000_000, 500, 0, Duration.ofMinutes(1), Optional.empty()),
                this::noted);
        JsonNode answer = ask(gateway, "{ records(first: 900) { nodes { number kind } } }", Map.of());
        assertThat(onPage(answer)).hasSameSizeAs(there);
        assertThat(asked).first().isEqualTo("archive entries");
    }
}
