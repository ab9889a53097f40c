package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.Gateway;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Selections within objects, each restricted by what its object says: of shelves, whose service knows no record, and of records themselves. */
class SelectionWithinTest extends OverLists {

    private static final int ROUNDS = Integer.getInteger("weft.selection.rounds", 40);
    private static final String SHELVES = """
            query ($filter: RecordFilter, $orderBy: [RecordOrder!], $first: Int, $last: Int) {
              shelves {
                id
                records(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {
                  %s
                  few: totalCountAtMost(limit: 3)
                  nodes { number size }
                  facets { size { value count } }
                }
              }
            }
            """;

    @TestFactory
    Stream<DynamicTest> each_object_has_what_matches_and_is_of_it_whatever_way_that_is_found() {
        return Stream.of(
                        Map.entry("as it chooses", settings(null, 20, 40, 120)),
                        Map.entry("gather", settings(Strategy.GATHER, 20, 40, 120)),
                        Map.entry("stream", settings(Strategy.STREAM, 5, 1000, 1000)),
                        Map.entry("full", settings(Strategy.FULL, 1, 10, 500)))
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> compare(gateway(way.getValue()))));
    }

    @Test
    void a_graph_that_is_started_from_its_supergraph_sdl_selects_within_objects_too() {
        assertThat(readBack().supergraphSdl()).contains("import: [\"@selector\", \"@selects\"]");
        compare(gateway(readBack().supergraph(), settings(null, 20, 40, 120), request -> null));
    }

    private void compare(Gateway gateway) {
        Random chance = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Object> filter = filter(chance, 1 + chance.nextInt(3));
            List<Map<String, Object>> orderBy = order(chance);
            boolean backward = chance.nextBoolean();
            boolean counted = chance.nextBoolean();
            int size = 1 + chance.nextInt(5);
            JsonNode answer = ask(
                    gateway,
                    SHELVES.formatted(counted ? "totalCount" : ""),
                    Map.of("filter", filter, "orderBy", orderBy, backward ? "last" : "first", size));
            assertThat(answer.path("errors").toString()).isEqualTo("");
            for (JsonNode shelf : answer.at("/data/shelves")) {
                List<Integer> expected = on(shelf.path("id").asString(), filter, orderBy);
                JsonNode records = shelf.path("records");
                String about =
                        shelf.path("id") + ": " + filter + " by " + orderBy + (backward ? " last " : " first ") + size;
                assertThat(numbers(records)).as(about).isEqualTo(page(expected, size, backward));
                assertThat(records.path("few").asInt()).as(about).isEqualTo(Math.min(3, expected.size()));
                if (counted) {
                    assertThat(records.path("totalCount").asInt()).as(about).isEqualTo(expected.size());
                }
                assertThat(records.at("/facets/size").size())
                        .as(about)
                        .isEqualTo(metadata.counts(expected, "size").size());
            }
        }
    }

    private static List<Integer> page(List<Integer> all, int size, boolean backward) {
        int length = Math.min(size, all.size());
        return backward ? all.subList(all.size() - length, all.size()) : all.subList(0, length);
    }

    private static List<Integer> numbers(JsonNode records) {
        return records.path("nodes")
                .valueStream()
                .map(node -> node.path("number").asInt())
                .toList();
    }

    private List<Integer> on(String shelf, Map<String, Object> filter, List<Map<String, Object>> orderBy) {
        ShelfService.Shelf of = ShelfService.SHELVES.stream()
                .filter(candidate -> candidate.id().equals(shelf))
                .findFirst()
                .orElseThrow();
        return Optional.ofNullable(of.kind())
                .map(kind -> expected(
                        Map.of(
                                "and",
                                List.of(
                                        Map.<String, Object>of(
                                                "kind", Map.of("eq", kind), "year", Map.of("lt", of.before())),
                                        filter)),
                        orderBy))
                .orElse(List.of());
    }

    @Test
    void a_walk_through_the_pages_of_one_object_meets_each_once() {
        var gateway = gateway(settings(null, 20, 40, 120));
        List<Integer> walked = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, Object> variables = new LinkedHashMap<>();
            variables.put("after", cursor);
            JsonNode shelf = ask(
                            gateway,
                            "query ($after: String) { shelves { id records(orderBy: [{near: DESC}], first: 2, after: $after)"
                                    + " { nodes { number } pageInfo { hasNextPage endCursor } } } }",
                            variables)
                    .at("/data/shelves/1");
            walked.addAll(numbers(shelf.path("records")));
            cursor = shelf.at("/records/pageInfo/hasNextPage").asBoolean()
                    ? shelf.at("/records/pageInfo/endCursor").asString()
                    : null;
        } while (cursor != null);
        assertThat(walked).hasSizeGreaterThan(4).isEqualTo(on("two", Map.of(), List.of(Map.of("near", "DESC"))));
    }

    @Test
    void what_is_selected_may_have_selections_within_itself() {
        JsonNode answer = ask(
                gateway(settings(null, 20, 40, 120)),
                "{ records(filter: {size: {eq: 4}}, first: 2) { nodes { number size alike(filter: {sure: {lt: 6}}, first: 3)"
                        + " { totalCount nodes { number alike(first: 1) { totalCount } } } } } }",
                Map.of());
        assertThat(answer.path("errors").toString()).isEqualTo("");
        List<Integer> alike = expected(Map.of("size", Map.of("eq", 4), "sure", Map.of("lt", 6)), List.of());
        int all = expected(Map.of("size", Map.of("eq", 4)), List.of()).size();
        JsonNode nodes = answer.at("/data/records/nodes");
        assertThat(nodes.size()).isEqualTo(2);
        for (JsonNode node : nodes) {
            assertThat(node.at("/alike/totalCount").asInt()).isEqualTo(alike.size());
            assertThat(numbers(node.path("alike"))).isEqualTo(page(alike, 3, false));
            assertThat(node.at("/alike/nodes/0/alike/totalCount").asInt()).isEqualTo(all);
        }
    }

    @Test
    void what_selections_within_several_objects_have_in_common_is_asked_once() {
        reports.clear();
        ask(
                gateway(settings(null, 20, 40, 1_000)),
                "{ shelves { records(filter: {size: {lt: 9}}, first: 2) { totalCount nodes { number } } } }",
                Map.of());
        SelectionReport report = Objects.requireNonNull(reports.getFirst());
        assertThat(report.field()).isEqualTo("records");
        assertThat(report.calls().stream()
                        .filter(call -> call.subgraph().value().equals("metadata")
                                && call.within().isEmpty())
                        .map(SelectionReport.Call::asked)
                        .toList())
                .as(report.toString())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_bounds_of_a_selection_are_those_of_all_objects_together() {
        JsonNode answer = ask(
                gateway(new SelectionSettings(
                        20, 100, 20, 1_000, 1_000, 1_000_000, 2, 0, Duration.ofMinutes(1), Optional.empty())),
                "{ shelves { id records(filter: {size: {lt: 9}}, first: 2) { totalCount } } }",
                Map.of());
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("SELECTION_TOO_LARGE");
        assertThat(answer.at("/errors/0/message").asString()).contains("2 calls", "within fewer objects");
    }

    @Test
    void a_service_that_fails_takes_the_selections_with_it_and_leaves_the_objects() {
        JsonNode answer = ask(
                gateway(
                        SelectionSettings.USUAL,
                        request -> request.subgraph().value().equals("features")
                                ? Mono.just(new SubgraphTransport.Response.Failed(
                                        SubgraphTransport.Reason.UNREACHABLE,
                                        "subgraph 'features' could not be reached"))
                                : null),
                "{ shelves { id records(filter: {sure: {lt: 9}}) { totalCount } } }",
                Map.of());
        assertThat(answer.at("/data/shelves/0/id").asString()).isEqualTo("one");
        assertThat(answer.at("/data/shelves/0/records").isNull()).isTrue();
        assertThat(answer.at("/data/shelves/2/records/totalCount").asInt())
                .as("nobody is asked")
                .isZero();
        assertThat(answer.at("/errors/0/extensions/service").asString()).isEqualTo("features");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"shelves\",0,\"records\"]");
        assertThat(answer.path("errors").size()).as(answer.toString()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entity: \"Record\"      | entity: \"Book\"      | Shelf.records | no subgraph offers a @selector",
                "field: \"records\"      | field: \"all of it\"  | Shelf         | no name of a field",
                "kind: { eq: $kind },    | kind: { eq: $kind,    | Shelf         | cannot be read",
                "kind: { eq: $kind },    | color: { eq: $kind }, | Shelf.records | 'color'",
                "kind: { eq: $kind },    | kind: { is: $kind },  | Shelf.records | 'is'",
                "kind: { eq: $kind },    | kind: { eq: $id },    | Shelf.records | ID!",
                "kind: { eq: $kind },    | kind: { eq: $sort },  | Shelf.records | has no field 'sort'",
                "@key(fields: \"id\")    | @shareable            | Shelf.records | must have a @key"
            })
    void a_contract_that_cannot_be_kept_is_refused_with_its_place(
            String instead, String of, String coordinate, String why) {
        List<SubgraphSource> sources = graphs().stream()
                .map(graph -> new SubgraphSource(
                        new SubgraphName(graph.name()),
                        URI.create("http://" + graph.name()),
                        graph == shelves ? graph.sdl().replace(instead.strip(), of.strip()) : graph.sdl()))
                .toList();
        assertThat(new Composer().compose(sources))
                .isInstanceOfSatisfying(
                        CompositionResult.Refused.class,
                        refused -> assertThat(refused.errors().getFirst().print())
                                .contains("SELECTS_INVALID", coordinate, why, "shelves"));
    }
}
