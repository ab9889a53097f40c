package io.weft.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.selection.KeySet;
import io.weft.service.testing.Callers;
import io.weft.service.testing.LoggedLines;
import io.weft.service.testing.RunningService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is compared in parts is what is compared at once: of the same database, by a service that divides and one that does not. */
class NearestInPartsTest {

    private static final Principal ADA = Callers.user("ada", Role.DEPOSITOR);
    private static final Principal BOB = Callers.user("bob", Role.DEPOSITOR);
    private static final Principal ADMIN = Callers.user("adam", Role.ADMIN);
    private static final int RECORDS = 120;
    private static final String COMPARING = "value + 0";

    private static RunningService divides;
    private static RunningService whole;

    @BeforeAll
    static void start() {
        divides = RunningService.start(
                "search", SearchServiceApplication.class, "weft.search.exact-parts=3", "weft.search.exact-part-of=10");
        whole = RunningService.start(
                "search", SearchServiceApplication.class, divides.database(), "weft.search.exact-parts=1");
        divides.as(ADMIN)
                .ask(
                        "mutation($input: RegisterVectorInput!) { registerVector(input: $input) { name } }",
                        Map.of("input", Map.of("name", "direction", "dimension", 2, "distance", "COSINE")));
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= RECORDS; number++) {
            divides.records().publish("r-" + number, "ada", number % 6 == 0 ? "infinity" : "-infinity");
            lines.append("{\"record\":\"urn:osa:localhost:rec:r-" + number + "@1\",\"texts\":{\"a\":\"sample red"
                    + number % 4 + "\"}" + vector(number) + "}\n");
        }
        assertThat(divides.post("/bulk/search", divides.signed(ADA), "application/x-ndjson", lines.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Some have none, some point nowhere, which is no distance under COSINE, and many are as near as others. */
    private static String vector(int number) {
        String place = number % 9 == 0 ? "[0,0]" : "[" + number * 37 % 11 + "," + (1 + number * 53 % 7) + "]";
        return number % 8 == 0 ? "" : ",\"vectors\":{\"direction\":" + place + "}";
    }

    @AfterAll
    static void stop() {
        whole.close();
        divides.close();
    }

    private static JsonNode ask(RunningService service, Principal caller, Map<String, @Nullable Object> variables) {
        String document = """
                query ($weft__filter: SearchRecordFilter, $weft__orderBy: [SearchRecordOrder!], $weft__within: KeySet, $weft__backward: Boolean!, $weft__first: Int!, $weft__after: String) {
                  selection: searchRecordSelection(filter: $weft__filter, orderBy: $weft__orderBy, within: $weft__within, backward: $weft__backward, first: $weft__first, after: $weft__after) {
                    keys complete count entries { key cursor score } endCursor recall
                  }
                }""";
        HttpResponse<String> answer = service.post(
                "/graphql",
                service.signed(caller),
                "application/json",
                JsonMapper.shared().writeValueAsString(Map.of("query", document, "variables", variables)));
        JsonNode read = JsonMapper.shared().readTree(answer.body());
        assertThat(read.has("errors")).as(answer.body()).isFalse();
        return read.at("/data/selection");
    }

    private static Map<String, @Nullable Object> nearest(int first, boolean backward, int... within) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        Map<String, Object> near = Map.of("vector", "direction", "to", List.of(3, 2));
        variables.put("weft__orderBy", List.of(Map.of("search", Map.of("similarTo", near))));
        variables.put("weft__within", KeySet.of(within).encoded());
        variables.put("weft__first", first);
        variables.put("weft__backward", backward);
        return variables;
    }

    /** The page, the same of both; and by how many statements the one compares that divides. */
    private static JsonNode same(Principal caller, Map<String, @Nullable Object> variables, int statements) {
        JsonNode expected = ask(whole, caller, variables);
        try (LoggedLines logged = LoggedLines.ofStatements()) {
            assertThat(ask(divides, caller, variables)).as("%s", variables).isEqualTo(expected);
            assertThat(logged.messages().stream().filter(text -> text.contains(COMPARING)))
                    .hasSize(statements);
        }
        return expected;
    }

    private static int[] all() {
        return IntStream.rangeClosed(1, RECORDS).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "40", "100"})
    void a_walk_through_the_pages_is_the_same(int first) {
        for (Principal caller : List.of(ADA, BOB)) {
            List<Integer> walked = new ArrayList<>();
            Map<String, @Nullable Object> page = nearest(first, false, all());
            for (boolean more = true; more; ) {
                // Where the parts have no more vectors than the page has places, all is compared once more at once.
                JsonNode answer = ask(whole, caller, page);
                assertThat(ask(divides, caller, page)).isEqualTo(answer);
                answer.get("entries")
                        .forEach(entry -> walked.add(entry.get("key").asInt()));
                more = !answer.get("complete").asBoolean();
                page.put("weft__after", answer.get("endCursor").asString());
            }
            assertThat(walked).doesNotHaveDuplicates().hasSize(caller == ADA ? RECORDS : RECORDS - RECORDS / 6);
        }
    }

    @Test
    void each_part_is_a_statement() {
        same(BOB, nearest(20, false, all()), 3);
        same(BOB, nearest(5, false, IntStream.rangeClosed(1, 29).toArray()), 2);
        same(BOB, nearest(5, false, IntStream.rangeClosed(1, 19).toArray()), 1);
    }

    @Test
    void a_filter_counts_in_every_part() {
        Map<String, @Nullable Object> variables = nearest(6, false, all());
        variables.put("weft__filter", Map.of("search", Map.of("text", Map.of("query", "red1"))));
        assertThat(same(ADA, variables, 3).get("count").asInt()).isEqualTo(30);
    }

    @Test
    void keys_are_looked_up_unless_a_filter_may_find_fewer() {
        Map<String, @Nullable Object> variables = nearest(6, false, all());
        assertThat(comparing(variables)).hasSize(3).allMatch(text -> text.contains("any((select "));
        variables.put("weft__filter", Map.of("search", Map.of("text", Map.of("query", "red1"))));
        assertThat(comparing(variables)).hasSize(3).noneMatch(text -> text.contains("any((select "));
    }

    private static List<String> comparing(Map<String, @Nullable Object> variables) {
        try (LoggedLines logged = LoggedLines.ofStatements()) {
            ask(divides, BOB, variables);
            return logged.messages().stream()
                    .filter(text -> text.contains(COMPARING))
                    .toList();
        }
    }

    @Test
    void backwards_all_are_compared_at_once() {
        same(ADA, nearest(6, true, all()), 1);
    }

    @Test
    void where_too_few_have_vectors_the_others_follow() {
        int[] without = IntStream.rangeClosed(1, RECORDS)
                .filter(number -> number % 8 == 0 || number < 9)
                .toArray();
        // Two parts; then all that have a vector, and those that have none.
        JsonNode page = same(ADA, nearest(15, false, without), 2 + 2);
        assertThat(page.get("entries")).hasSize(15);
    }
}
