package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.SharedSdl;
import io.weft.gateway.Gateway;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.stitching.LocalField;
import io.weft.gateway.stitching.LocalFields;
import io.weft.gateway.stitching.Place;
import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.stitching.TypeMerging;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** The fields of a page, asked for while services still say which entities are on it. */
final class PrefetchTest extends OverLists {

    private static final String FEW = "filter: {kind: {eq: 3}, sure: {lt: 8}}";

    @Test
    void fields_come_with_the_question_who_matches_or_beside_it() {
        Gateway gateway = gateway(settings(null, 30, 40, 120), this::noted);
        JsonNode answer = ask(gateway, "{ records(" + FEW + ") { nodes { number kind sure } } }", Map.of());
        check(answer, Map.of("kind", Map.of("eq", 3), "sure", Map.of("lt", 8)), 20);
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "archive selection",
                        "features selection",
                        "archive estimate",
                        "archive entities",
                        "features selection entities");
        assertThat(reports.getLast().calls().getLast().asked()).isEqualTo("keys, fields");
    }

    @Test
    void what_is_asked_along_has_the_clients_variables_and_names() {
        Gateway gateway = gateway(settings(null, 30, 40, 120), this::noted);
        JsonNode answer = ask(
                gateway,
                "query ($no: Boolean!, $yes: Boolean = true) { some: records(" + FEW
                        + ") { nodes { number kind @skip(if: $no) how: sure @include(if: $yes) } } }",
                Map.of("no", true));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        answer.at("/data/some/nodes").forEach(node -> {
            int key = node.path("number").asInt();
            assertThat(node.toString())
                    .isEqualTo("{\"number\":" + key + ",\"how\":" + features.value(key, "sure") + "}");
        });
        assertThat(asked)
                .contains("features selection entities")
                .doesNotContain("archive entities", "features entities");
    }

    @Test
    void lists_of_objects_are_asked_for_once_it_is_known_whose() {
        Gateway gateway = gateway(settings(null, 30, 40, 120), this::noted);
        JsonNode answer = ask(gateway, "{ records(" + FEW + ") { nodes { number notes { text } } } }", Map.of());
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        answer.at("/data/records/nodes")
                .forEach(node -> assertThat(node.at("/notes/0/text").asString())
                        .isEqualTo("of " + node.path("number").asInt()));
        assertThat(onPage(answer)).isNotEmpty();
        assertThat(asked.stream().filter(call -> call.endsWith("entities"))).containsExactly("notes entities");
        assertThat(asked.stream().toList().getLast()).isEqualTo("notes entities");
    }

    @Override
    List<ListGraph> graphs() {
        return Stream.concat(super.graphs().stream(), Stream.of(new NotesService()))
                .toList();
    }

    /** Knows lists of objects about records. */
    private static final class NotesService implements ListGraph {

        @Override
        public String name() {
            return "notes";
        }

        @Override
        public String sdl() {
            return SharedSdl.FEDERATION_LINK + """
                    type Query { notes: [Note!]! }
                    type Record @key(fields: "number") { number: Int! notes: [Note!]! }
                    type Note { text: String! }
                    """;
        }

        @Override
        public Map<String, Object> execute(String query, Map<String, Object> variables) {
            List<Object> entities = new ArrayList<>();
            for (Object asked : (List<?>) Objects.requireNonNull(variables.get("representations"))) {
                entities.add(Map.of("notes", List.of(Map.of("text", "of " + ((Map<?, ?>) asked).get("number")))));
            }
            return Map.of("data", Map.of("_entities", entities));
        }
    }

    @Test
    void fields_of_the_gateways_own_are_asked_of_nobody() {
        Place here = new Place("gateway.yaml", 1);
        LocalFields own = new LocalFields(
                here,
                "extend type Record { note: String! again: Record! }",
                Map.of(
                        "Record.note",
                        new LocalField.Constant(here, "ours"),
                        "Record.again",
                        new LocalField.Link(here, Optional.empty(), "number: $key.number")));
        Gateway gateway = gateway(
                composed(new StitchedGraph(TypeMerging.USUAL, own, StitchedGraph.Services.ALL))
                        .supergraph(),
                settings(null, 30, 40, 120),
                this::noted);
        JsonNode answer =
                ask(gateway, "{ records(" + FEW + ") { nodes { number note sure again { number size } } } }", Map.of());
        check(answer, Map.of("kind", Map.of("eq", 3), "sure", Map.of("lt", 8)), 20);
        answer.at("/data/records/nodes").forEach(node -> {
            assertThat(node.path("note").asString()).isEqualTo("ours");
            assertThat(node.at("/again/number")).isEqualTo(node.path("number"));
            checkFields(node.path("again"));
        });
        assertThat(asked).contains("features selection entities").noneMatch(call -> call.startsWith("gateway"));
    }

    @Test
    void a_client_may_call_its_variables_as_ours_are_called() {
        Gateway gateway = gateway(settings(null, 30, 60, 120), this::noted);
        String query =
                "query ($%1$s: Boolean!) { records(filter: {kind: {eq: 3}, size: {lt: 11}}) { nodes { number size @include(if: $%1$s) age } } }";
        Map<String, Object> filter = Map.of("kind", Map.of("eq", 3), "size", Map.of("lt", 11));
        check(ask(gateway, query.formatted("with"), Map.of("with", true)), filter, 20);
        assertThat(asked).contains("metadata selection entities");
        asked.clear();
        check(ask(gateway, query.formatted("weft__within"), Map.of("weft__within", true)), filter, 20);
        assertThat(asked).contains("metadata entities").doesNotContain("metadata selection entities");
    }

    @Test
    void a_service_that_cannot_be_reached_is_asked_once() {
        Gateway gateway = gateway(settings(null, 30, 40, 120), request -> {
            noted(request);
            return describe(request).equals("archive entities")
                    ? Mono.just(new Response.Failed(Reason.TIMEOUT, "subgraph 'archive' did not answer in time"))
                    : null;
        });
        JsonNode answer = ask(gateway, "{ records(" + FEW + ") { nodes { number kind sure } } }", Map.of());
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("SUBGRAPH_TIMEOUT");
        answer.at("/data/records/nodes")
                .forEach(node -> assertThat(node.path("kind").isNull()).isTrue());
        assertThat(asked).containsOnlyOnce("archive entities");
    }

    @Test
    void a_page_that_has_many_candidates_is_asked_as_planned() {
        Gateway gateway = gateway(settings(null, 30, 200, 120), this::noted);
        ask(gateway, "{ records(" + FEW + ", first: 1) { nodes { number sure } } }", Map.of());
        assertThat(asked).contains("features entities").doesNotContain("features selection entities");
    }

    @Test
    void few_that_are_all_there_can_be_are_asked_about_beside_their_total_too() {
        Gateway gateway = gateway(settings(null, 30, 200, 120), this::noted);
        JsonNode answer = ask(gateway, "{ records(" + FEW + ") { totalCount nodes { number kind sure } } }", Map.of());
        Map<String, Object> filter = Map.of("kind", Map.of("eq", 3), "sure", Map.of("lt", 8));
        check(answer, filter, 20);
        assertThat(answer.at("/data/records/totalCount").asInt())
                .isEqualTo(expected(filter, List.of()).size());
        assertThat(asked)
                .contains("features selection entities", "archive entities")
                .doesNotContain("features entities");
    }

    @Test
    void whatever_is_found_ahead_the_answer_is_the_same() {
        Random chance = new Random(7);
        for (Strategy strategy : Strategy.values()) {
            Gateway gateway =
                    gateway(settings(strategy == Strategy.SINGLE ? null : strategy, 30, 100, 1_000), this::noted);
            for (int i = 0; i < 100; i++) {
                Map<String, Object> filter = filter(chance, 2);
                List<Map<String, Object>> order = order(chance);
                int size = 1 + chance.nextInt(25);
                JsonNode answer = ask(
                        gateway,
                        "query ($filter: RecordFilter, $order: [RecordOrder!], $first: Int, $all: Boolean!) { records(filter: $filter,"
                                + " orderBy: $order, first: $first) { totalCount @include(if: $all)"
                                + " nodes { number kind year size age sure near } } }",
                        Map.of("filter", filter, "order", order, "first", size, "all", i % 3 == 0));
                if (i % 3 == 0) {
                    assertThat(answer.at("/data/records/totalCount").asInt())
                            .isEqualTo(expected(filter, order).size());
                }
                assertThat(onPage(answer))
                        .as(filter + " by " + order)
                        .isEqualTo(expected(filter, order).stream().limit(size).toList());
                answer.at("/data/records/nodes").forEach(this::checkFields);
            }
        }
        assertThat(asked).contains("features selection entities", "metadata selection entities", "metadata entities");
    }

    @Test
    void what_goes_wrong_with_fields_is_told_there_and_does_no_harm_to_the_selection() {
        for (String data : List.of("{\"selection\":%s,\"_entities\":null}", "null")) {
            asked.clear();
            Gateway gateway = gateway(settings(null, 30, 40, 120), request -> {
                noted(request);
                return isOfEntities(request) && request.subgraph().value().equals("features")
                        ? Mono.fromSupplier(() -> failing(data, request))
                        : null;
            });
            JsonNode answer = ask(gateway, "{ records(" + FEW + ") { nodes { number kind sure } } }", Map.of());
            assertThat(onPage(answer))
                    .isEqualTo(expected(Map.of("kind", Map.of("eq", 3), "sure", Map.of("lt", 8)), List.of()).stream()
                            .limit(20)
                            .toList());
            answer.at("/data/records/nodes").forEach(node -> {
                assertThat(node.path("kind").asInt()).isEqualTo(3);
                assertThat(node.path("sure").isNull()).isTrue();
            });
            assertThat(answer.at("/errors/0/message").asString()).isEqualTo("out of order");
            assertThat(asked).contains("features selection entities", "features selection", "features entities");
        }
    }

    @Test
    void what_was_asked_ahead_is_waited_for_and_not_asked_again() {
        Sinks.Empty<Void> checked = Sinks.empty();
        Gateway gateway = gateway(settings(null, 30, 40, 120), request -> {
            noted(request);
            return switch (describe(request)) {
                case "archive entities" -> checked.asMono().then(Mono.fromSupplier(() -> answer(request)));
                case "features selection entities" ->
                    Mono.fromSupplier(() -> answer(request)).doFinally(_ -> checked.tryEmitEmpty());
                default -> null;
            };
        });
        JsonNode answer = ask(gateway, "{ records(" + FEW + ") { nodes { number kind sure } } }", Map.of());
        check(answer, Map.of("kind", Map.of("eq", 3), "sure", Map.of("lt", 8)), 20);
        assertThat(asked).containsOnlyOnce("archive entities");
    }

    private Response failing(String data, Request request) {
        String selection = answer(request) instanceof Response.Answered(int _, byte[] body, var _)
                ? new String(body, StandardCharsets.UTF_8).replaceFirst(".*\"selection\":(\\{.*?\\}).*", "$1")
                : "null";
        return new Response.Answered(
                200,
                ("{\"data\":" + data.formatted(selection)
                                + ",\"errors\":[{\"message\":\"out of order\",\"path\":[\"_entities\"]}]}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOfEntities(Request request) {
        return describe(request).endsWith("entities");
    }
}
