package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaPrinter;
import io.weft.contracts.selection.KeySet;
import io.weft.gateway.Gateway;
import io.weft.gateway.Requests;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ReadSupergraph;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Services that keep the contract over lists in memory; whatever way a page is found, it is what sorting all records gives. */
class SelectionTest extends OverLists {

    private static final int ROUNDS = Integer.getInteger("weft.selection.rounds", 40);
    private static final String PAGE = """
            query ($filter: RecordFilter, $orderBy: [RecordOrder!], $first: Int, $after: String, $last: Int, $before: String) {
              records(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
                %s
                edges { cursor node { number kind size sure } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }
            """;

    @TestFactory
    Stream<DynamicTest> every_way_of_finding_a_page_finds_what_sorting_all_records_gives() {
        return Stream.of(
                        Map.entry("as it chooses", settings(null, 20, 40, 120)),
                        Map.entry("as it chooses with large looks", settings(null, 1000, 1000, 1000)),
                        Map.entry("gather", settings(Strategy.GATHER, 20, 40, 120)),
                        Map.entry("stream", settings(Strategy.STREAM, 5, 1000, 1000)),
                        Map.entry("stream that gives up", settings(Strategy.STREAM, 5, 30, 40)),
                        Map.entry("full", settings(Strategy.FULL, 1, 10, 500)))
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> compare(gateway(way.getValue()))));
    }

    @Test
    void a_graph_that_is_started_from_its_supergraph_sdl_selects_as_the_composed_one() {
        compare(gateway(readBack().supergraph(), settings(null, 20, 40, 120), request -> null));
    }

    @Test
    void a_supergraph_sdl_tells_clients_the_same_schema_when_it_is_read_back() {
        Function<CompositionResult.Composed, String> api = result -> new SchemaPrinter(
                        SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false))
                .print(result.supergraph().apiSchema());
        assertThat(api.apply(readBack())).isEqualTo(api.apply(composed()));
        assertThat(composed(new ReadSupergraph().read(readBack().supergraphSdl()))
                        .supergraph()
                        .selections())
                .isPresent();
    }

    @Test
    void a_graph_that_has_nothing_but_selections_is_printed_and_read_back() {
        List<SubgraphSource> sources = services.stream()
                .map(service -> new SubgraphSource(
                        new SubgraphName(service.name()),
                        URI.create("http://" + service.name()),
                        service.sdl()
                                .replace("  \"Which this is.\"\n", "")
                                .replace("  " + service.name() + "Name: String\n", "")))
                .toList();
        CompositionResult.Composed composed = composed(new Composer().compose(sources));
        assertThat(composed.supergraph().apiSchema().getQueryType().getFields())
                .singleElement()
                .satisfies(field -> assertThat(field.getName()).isEqualTo("records"));
        CompositionResult.Composed read = composed(new ReadSupergraph().read(composed.supergraphSdl()));
        compare(gateway(read.supergraph(), settings(null, 20, 40, 120), request -> null));
    }

    @Test
    void other_gateways_see_selectors_in_the_supergraph_sdl_as_hidden_root_fields() {
        String sdl = composed().supergraphSdl();
        assertThat(sdl)
                .contains(
                        "@link(url: \"https://weft.io/selection/v1.0\", import: [\"@selector\", \"@selects\"])",
                        "directive @selector(")
                .doesNotContain("RecordConnection");
        assertThat(sdl.lines().filter(line -> line.contains("archiveSelection(")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                "@join__field(graph: ARCHIVE)",
                                "@selector(entity: \"Record\", key: \"number\", relative: [\"archiveMixed\"], approximate: [\"kind\"], all: true)",
                                "@inaccessible"));
    }

    private void compare(Gateway gateway) {
        Random chance = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Object> filter = filter(chance, 1 + chance.nextInt(4));
            List<Map<String, Object>> orderBy = order(chance);
            List<Integer> expected = expected(filter, orderBy);
            int size = 1 + chance.nextInt(30);
            boolean backward = chance.nextBoolean();
            walk(gateway, filter, orderBy, expected, size, backward, chance.nextBoolean());
        }
    }

    private void walk(
            Gateway gateway,
            Map<String, Object> filter,
            List<Map<String, Object>> orderBy,
            List<Integer> expected,
            int size,
            boolean backward,
            boolean counting) {
        String about = filter + " by " + orderBy + (backward ? " last " : " first ") + size;
        List<Integer> walked = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < 4; page++) {
            Map<String, Object> variables = new LinkedHashMap<>();
            variables.put("filter", filter);
            variables.put("orderBy", orderBy);
            variables.put(backward ? "last" : "first", size);
            if (cursor != null) {
                variables.put(backward ? "before" : "after", cursor);
            }
            JsonNode answer = ask(gateway, PAGE.formatted(counting ? "totalCount" : ""), variables);
            assertThat(answer.path("errors").toString()).as(about).isEqualTo("");
            JsonNode records = answer.at("/data/records");
            if (counting) {
                assertThat(records.path("totalCount").asInt()).as(about).isEqualTo(expected.size());
            }
            List<Integer> keys = new ArrayList<>();
            records.path("edges")
                    .forEach(edge -> keys.add(edge.at("/node/number").asInt()));
            int from = page * size;
            int to = Math.min(from + size, expected.size());
            List<Integer> wanted = backward
                    ? expected.subList(Math.max(0, expected.size() - to), Math.max(0, expected.size() - from))
                    : expected.subList(Math.min(from, expected.size()), to);
            assertThat(keys).as(about + " page " + page).isEqualTo(wanted);
            boolean more = to < expected.size();
            assertThat(records.at(backward ? "/pageInfo/hasPreviousPage" : "/pageInfo/hasNextPage")
                            .asBoolean())
                    .as(about)
                    .isEqualTo(more);
            walked.addAll(keys);
            if (!more) {
                return;
            }
            cursor = records.at(backward ? "/pageInfo/startCursor" : "/pageInfo/endCursor")
                    .asString();
        }
    }

    @Test
    void nodes_have_what_any_service_knows_of_them() {
        JsonNode answer = ask(
                gateway(SelectionSettings.USUAL),
                "{ records(filter: {kind: {eq: 3}, size: {lt: 6}}, orderBy: [{near: ASC}], first: 3)"
                        + " { nodes { number kind size age } edges { score } } }",
                Map.of());
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode nodes = answer.at("/data/records/nodes");
        assertThat(nodes.size()).isEqualTo(3);
        nodes.forEach(node -> {
            assertThat(node.path("kind").asInt()).isEqualTo(3);
            assertThat(node.path("size").asInt()).isLessThan(6);
        });
    }

    /** Whatever the client calls its variables. */
    @ParameterizedTest
    @ValueSource(strings = {"top", "weft__first"})
    void facets_are_counted_over_all_that_match_in_each_service(String top) {
        Map<String, Object> filter = Map.of("kind", Map.of("lt", 4), "sure", Map.of("lt", 9));
        JsonNode answer = ask(
                gateway(settings(null, 20, 40, 120)),
                "query ($filter: RecordFilter, $top: Int) { records(filter: $filter, first: 1) { totalCount facets { kinds: kind(top: $top) { value n: count } size { value count } } } }"
                        .replace("$top", "$" + top),
                Map.of("filter", filter, top, 2));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        List<Integer> matching = expected(filter, List.of());
        Function<String, String> counts = field -> (field.equals("kind") ? archive : metadata)
                .counts(matching, field).stream()
                        .map(entry -> entry.get("value") + "x" + entry.get("count"))
                        .collect(Collectors.joining(" "));
        assertThat(answer.at("/data/records/totalCount").asInt()).isEqualTo(matching.size());
        assertThat(told(answer.at("/data/records/facets/kinds"), "n")).isEqualTo(counts.apply("kind"));
        assertThat(told(answer.at("/data/records/facets/size"), "count")).isEqualTo(counts.apply("size"));
    }

    private static String told(JsonNode facet, String count) {
        List<String> told = new ArrayList<>();
        facet.forEach(entry ->
                told.add(entry.path("value").asInt() + "x" + entry.path(count).asInt()));
        return String.join(" ", told);
    }

    @Test
    void one_service_that_filters_and_orders_is_asked_once() {
        Gateway gateway = gateway(SelectionSettings.USUAL);
        JsonNode answer = ask(
                gateway,
                "{ records(filter: {kind: {lt: 5}, not: {year: {eq: 2}}}, orderBy: [{year: DESC}], first: 5)"
                        + " { totalCount estimatedCount nodes { number } } }",
                Map.of());
        assertThat(answer.at("/data/records/nodes").size()).isEqualTo(5);
        assertThat(services.stream().map(service -> service.calls.get()).toList())
                .containsExactly(1, 0, 0, 0);
    }

    @Test
    void counts_are_exact_capped_or_estimated() {
        Map<String, Object> filter = Map.of("kind", Map.of("lt", 6), "size", Map.of("lt", 6));
        JsonNode answer = ask(
                gateway(SelectionSettings.USUAL),
                "query ($filter: RecordFilter) { records(filter: $filter) { totalCount few: totalCountAtMost(limit: 5)"
                        + " many: totalCountAtMost(limit: 5000) estimatedCount } }",
                Map.of("filter", filter));
        int count = expected(filter, List.of()).size();
        assertThat(answer.at("/data/records/totalCount").asInt()).isEqualTo(count);
        assertThat(answer.at("/data/records/few").asInt()).isEqualTo(5);
        assertThat(answer.at("/data/records/many").asInt()).isEqualTo(count);
        assertThat(answer.at("/data/records/estimatedCount").asDouble()).isPositive();
    }

    @Test
    void what_makes_no_sense_is_refused_with_its_place() {
        Gateway gateway = gateway(SelectionSettings.USUAL);
        assertThat(error(gateway, "{ records(orderBy: [{near: ASC}, {size: ASC}]) { totalCount } }"))
                .contains("orderBy[1]", "'metadata'", "'search'");
        assertThat(error(gateway, "{ records(orderBy: [{size: ASC, age: ASC}]) { totalCount } }"))
                .contains("orderBy[0]", "one thing");
        assertThat(error(gateway, "{ records(first: 1, last: 1) { totalCount } }"))
                .contains("first and last");
        assertThat(error(gateway, "{ records(first: -1) { totalCount } }")).contains("first:");
        assertThat(error(gateway, "{ records(first: 100000) { totalCount } }")).contains("1000");
        assertThat(error(gateway, "{ records(after: \"x\") { totalCount } }")).contains("after:", "no cursor");
        String cursor = ask(gateway, "{ records(first: 1) { pageInfo { endCursor } } }", Map.of())
                .at("/data/records/pageInfo/endCursor")
                .asString();
        assertThat(error(gateway, "{ records(orderBy: [{size: ASC}], after: \"" + cursor + "\") { totalCount } }"))
                .contains("in this order");
    }

    @Test
    void an_order_that_an_index_gives_is_not_walked_deep_where_all_can_be_compared() {
        services.forEach(service -> service.boast = 5_000);
        Gateway gateway = gateway(settings(null, 5, 20_000, 50_000));
        String query =
                "{ records(filter: {kind: {eq: 3}, size: {lt: 3}}, orderBy: [{%s: ASC}], first: 10) { nodes { number } } }";
        Map<String, Strategy> chosen = new LinkedHashMap<>();
        for (String order : List.of("near", "age")) {
            reports.clear();
            ask(gateway, query.formatted(order), Map.of());
            chosen.put(order, reports.getFirst().strategy().orElseThrow());
        }
        assertThat(chosen.get("near")).as("approximate").isNotEqualTo(Strategy.STREAM);
        assertThat(chosen.get("age")).as("exact").isEqualTo(Strategy.STREAM);
    }

    @Test
    void a_selector_that_tells_of_an_order_it_does_not_have_is_refused() {
        for (String orders : List.of("[\"near.by\"]", "\"near.by\"")) {
            SubgraphSource wrong = new SubgraphSource(
                    new SubgraphName("search"),
                    URI.create("http://search"),
                    search.sdl().replace("relative: [\"searchMixed\"]", "relative: " + orders));
            assertThat(new Composer().compose(List.of(wrong)))
                    .isInstanceOfSatisfying(
                            CompositionResult.Refused.class,
                            refused -> assertThat(refused.errors().getFirst().print())
                                    .contains(
                                            "its relative order \"near.by\" is none: orderBy has no field 'by' there"));
        }
    }

    @Test
    void a_service_that_fails_fails_the_selection_by_name() {
        Gateway gateway = gateway(
                SelectionSettings.USUAL,
                request -> request.subgraph().value().equals("features")
                        ? Mono.just(new SubgraphTransport.Response.Failed(
                                SubgraphTransport.Reason.UNREACHABLE, "subgraph 'features' could not be reached"))
                        : null);
        JsonNode answer = ask(
                gateway,
                "{ records(filter: {kind: {lt: 3}, sure: {lt: 9}}) { totalCount nodes { number } } }",
                Map.of());
        assertThat(answer.at("/errors/0/extensions/service").asString()).isEqualTo("features");
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("SUBGRAPH_UNREACHABLE");
        assertThat(answer.at("/errors/0/message").asString()).contains("features");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"records\"]");
        assertThat(answer.at("/errors").size()).as("told once").isEqualTo(1);
        assertThat(answer.at("/data").toString()).isEqualTo("{\"records\":null}");
    }

    @Test
    void each_bound_is_an_error_that_says_which() {
        String query =
                "{ records(filter: {kind: {lt: 9}, size: {lt: 9}}, orderBy: [{near: ASC}]) { totalCount nodes { number } } }";
        assertThat(refused(bounded(30, 500, Duration.ofMinutes(1)), query))
                .isEqualTo(
                        "SELECTION_TOO_LARGE: The selection would move more than 30 keys between services. Make the filter"
                                + " more selective");
        assertThat(refused(bounded(1_000_000, 2, Duration.ofMinutes(1)), query))
                .isEqualTo(
                        "SELECTION_TOO_LARGE: The selection needs more than 2 calls to services. Make the filter more"
                                + " selective");
        Gateway slow = gateway(
                bounded(1_000_000, 500, Duration.ofMillis(300)),
                request -> request.subgraph().value().equals("metadata") ? Mono.never() : null);
        assertThat(refused(slow, query))
                .isEqualTo(
                        "SELECTION_TIMEOUT: The selection took longer than 300 ms, waiting for the service 'metadata' to tell"
                                + " keys, estimate. Make the filter more selective, or try again");
    }

    @Test
    void what_was_found_to_match_much_a_moment_ago_is_not_looked_at_again() {
        Gateway gateway = gateway(settings(null, 20, 40, 1_000));
        String query =
                "query ($to: Direction!) { records(filter: {kind: {lt: 9}, size: {lt: 9}}, orderBy: [{near: $to}], first: 2) { nodes { number } } }";
        Supplier<List<String>> asked = () -> reports.removeFirst().calls().stream()
                .map(call -> call.subgraph() + " " + call.asked())
                .toList();
        reports.clear();
        ask(gateway, query, Map.of("to", "ASC"));
        assertThat(asked.get()).contains("archive keys, estimate", "metadata keys, estimate", "archive estimate");
        JsonNode again = ask(gateway, query, Map.of("to", "DESC"));
        assertThat(asked.get()).isNotEmpty().noneMatch(call -> call.contains("estimate"));
        Map<String, Object> filter = Map.of("kind", Map.of("lt", 9), "size", Map.of("lt", 9));
        assertThat(again.at("/data/records/nodes")
                        .valueStream()
                        .map(node -> node.path("number").asInt()))
                .isEqualTo(expected(filter, List.of(Map.of("near", "DESC"))).subList(0, 2));
    }

    @Test
    void where_others_of_the_form_matched_few_none_is_estimated_until_one_matches_more() {
        Gateway gateway = gateway(settings(Strategy.FULL, 60, 1000, 120));
        List<List<String>> asked = new ArrayList<>();
        for (int most : List.of(1, 1, 9)) {
            Map<String, Object> filter = Map.of("kind", Map.of("lt", most), "size", Map.of("lt", 9));
            reports.clear();
            JsonNode answer = ask(
                    gateway,
                    "query ($filter: RecordFilter) { records(filter: $filter) { totalCount } }",
                    Map.of("filter", filter));
            assertThat(answer.at("/data/records/totalCount").asInt())
                    .isEqualTo(expected(filter, List.of()).size());
            asked.add(reports.getFirst().calls().stream()
                    .filter(call -> call.within().isEmpty())
                    .map(call -> call.subgraph() + " " + call.asked())
                    .filter(call -> call.startsWith("archive keys"))
                    .toList());
        }
        assertThat(asked)
                .containsExactly(
                        List.of("archive keys, estimate"),
                        List.of("archive keys"),
                        List.of("archive keys", "archive keys, estimate"));
    }

    @Test
    void who_orders_checks_its_own_part_of_the_filter_in_the_same_call() {
        Gateway gateway = gateway(settings(Strategy.GATHER, 40, 60, 120));
        Map<String, Object> filter = Map.of("kind", Map.of("lt", 2), "near", Map.of("lt", 11));
        for (String direction : List.of("ASC", "DESC")) {
            List<Map<String, Object>> orderBy = List.of(Map.of("near", direction));
            List<Integer> expected = expected(filter, orderBy);
            assertThat(expected).hasSizeGreaterThan(4);
            for (boolean backward : List.of(false, true)) {
                walk(gateway, filter, orderBy, expected, 3, backward, false);
            }
        }
        assertThat(reports.stream()
                        .flatMap(report -> report.calls().stream())
                        .filter(call -> call.within().isPresent())
                        .map(call -> call.subgraph() + " " + call.asked())
                        .distinct())
                .contains("search entries")
                .doesNotContain("archive keys");
        reports.clear();
        ask(
                gateway,
                PAGE.formatted(""),
                Map.of("filter", filter, "orderBy", List.of(Map.of("near", "ASC")), "first", 3));
        assertThat(reports.getFirst().calls().stream()
                        .filter(call -> call.within().isPresent()))
                .singleElement()
                .satisfies(call -> assertThat(call.asked()).isEqualTo("entries"));
    }

    @Test
    void a_filter_like_others_that_matched_much_is_not_looked_at_first_and_a_wrong_guess_is_made_good() {
        services.forEach(service -> service.boast = 5_000);
        Gateway gateway = gateway(settings(null, 5, 20_000, 50_000));
        String query =
                "query ($filter: RecordFilter) { records(filter: $filter, orderBy: [{age: ASC}], first: 4) { nodes { number } } }";
        List<Boolean> looked = new ArrayList<>();
        for (int most : List.of(9, 8, 10, 1)) {
            Map<String, Object> filter = Map.of("kind", Map.of("lt", most), "sure", Map.of("lt", most));
            reports.clear();
            JsonNode answer = ask(gateway, query, Map.of("filter", filter));
            assertThat(answer.at("/data/records/nodes")
                            .valueStream()
                            .map(node -> node.path("number").asInt()))
                    .isEqualTo(expected(filter, List.of(Map.of("age", "ASC"))).stream()
                            .limit(4)
                            .toList());
            looked.add(reports.getFirst().calls().stream()
                    .anyMatch(call -> call.asked().contains("estimate")));
        }
        assertThat(looked).as("at first, and where a guess was wrong").containsExactly(true, false, false, true);
    }

    @Test
    void what_lookups_find_is_the_next_guess() {
        services.forEach(service -> service.boast = 5_000);
        Gateway gateway = gateway(settings(null, 5, 20_000, 50_000));
        String query =
                "query ($most: Int!) { records(filter: {kind: {lt: $most}, sure: {lt: 9}}, orderBy: [{age: ASC}], first: 10) { nodes { number } } }";
        List<Integer> told = new ArrayList<>();
        // Of the first filter hardly anything matches, of the others nearly everything.
        for (int most : List.of(4, 9, 9, 9)) {
            reports.clear();
            assertThat(ask(gateway, query, Map.of("most", most)).has("errors")).isFalse();
            told.add(reports.getFirst().calls().stream()
                    .filter(call -> call.asked().contains("entries"))
                    .mapToInt(SelectionReport.Call::told)
                    .sum());
        }
        assertThat(told.get(1)).as("by the guess of the first: %s", told).isGreaterThan(told.getLast());
    }

    private static SelectionSettings bounded(long maxKeys, int maxCalls, Duration timeout) {
        return new SelectionSettings(
                20, 100, 20, 1_000, 1_000, maxKeys, maxCalls, 0, timeout, Optional.of(Strategy.FULL));
    }

    private String refused(SelectionSettings settings, String query) {
        return refused(gateway(settings), query);
    }

    private String refused(Gateway gateway, String query) {
        JsonNode error = ask(gateway, query, Map.of()).at("/errors/0");
        return error.at("/extensions/code").asString() + ": "
                + error.path("message").asString();
    }

    @Test
    void a_total_up_to_a_limit_is_counted_without_knowing_all() {
        Map<String, Object> filter = Map.of("kind", Map.of("lt", 9), "size", Map.of("lt", 9));
        reports.clear();
        JsonNode answer = ask(
                gateway(settings(Strategy.STREAM, 5, 1000, 1000)),
                "query ($filter: RecordFilter) { records(filter: $filter) { totalCountAtMost(limit: 7) } }",
                Map.of("filter", filter));
        assertThat(answer.at("/data/records/totalCountAtMost").asInt()).isEqualTo(7);
        assertThat(expected(filter, List.of())).hasSizeGreaterThan(50);
        assertThat(reports.getFirst().calls().stream()
                        .mapToInt(SelectionReport.Call::told)
                        .sum())
                .as(reports.toString())
                .isLessThan(50);
    }

    @Test
    void how_a_selection_was_answered_is_told_with_each_call() {
        reports.clear();
        ask(
                gateway(settings(Strategy.FULL, 20, 1000, 120)),
                "{ mine: records(filter: {kind: {lt: 9}, size: {lt: 9}}, orderBy: [{near: ASC}], first: 2)"
                        + " { totalCount nodes { number } } }",
                Map.of());
        SelectionReport report = reports.getFirst();
        assertThat(report.field()).isEqualTo("mine");
        assertThat(report.strategy()).contains(Strategy.FULL);
        assertThat(report.calls().stream()
                        .map(call -> call.subgraph() + " " + call.asked())
                        .toList())
                .contains("archive keys, estimate", "metadata keys, estimate", "search entries");
        assertThat(report.calls())
                .anyMatch(call -> call.within().isPresent() && call.told() > 0)
                .allMatch(call -> !call.took().isNegative());
    }

    @Test
    void a_service_that_tells_a_part_of_its_keys_as_all_is_no_answer() {
        Gateway gateway = gateway(settings(Strategy.FULL, 20, 40, 120), request -> {
            if (!request.subgraph().value().equals("metadata")) {
                return null;
            }
            String body = "{\"data\":{\"selection\":{\"keys\":\"" + KeySet.of(4).encoded()
                    + "\",\"complete\":false,\"estimate\":9}}}";
            return Mono.just(new SubgraphTransport.Response.Answered(200, body.getBytes(StandardCharsets.UTF_8)));
        });
        assertThat(error(gateway, "{ records(filter: {kind: {lt: 9}, size: {lt: 6}}) { totalCount } }"))
                .contains("'metadata'", "there are more");
    }

    @Test
    void calls_end_when_nobody_waits_for_the_selection_any_more() {
        List<String> asked = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        Gateway gateway = gateway(SelectionSettings.USUAL, request -> {
            asked.add(request.subgraph().value());
            return Mono.<SubgraphTransport.Response>never()
                    .doOnCancel(() -> ended.add(request.subgraph().value()));
        });
        gateway.execute(Requests.anonymous(
                        "{ records(filter: {kind: {lt: 9}, size: {lt: 6}}) { totalCount nodes { number } } }",
                        Map.of()))
                .subscribe()
                .dispose();
        assertThat(asked).contains("archive", "metadata");
        assertThat(ended).containsExactlyInAnyOrderElementsOf(asked);
    }
}
