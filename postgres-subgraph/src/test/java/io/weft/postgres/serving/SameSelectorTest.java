package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contracts.Principal;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.operation.Operations;
import io.weft.postgres.schema.Selector;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A selector's questions as a gateway writes them, again and again with other values: what is compiled for one answers all that are like it. */
class SameSelectorTest {

    private static final Principal CALLER = Principal.anonymous();

    private static ScenarioSubgraph subgraph;

    @BeforeAll
    static void start() throws SQLException {
        subgraph = new ScenarioSubgraph(
                """
                CREATE TABLE item (number integer PRIMARY KEY, kind integer NOT NULL, level double precision);
                CREATE TABLE trait (item_number integer PRIMARY KEY REFERENCES item, words text, place vector(2));
                INSERT INTO item SELECT n, n % 7, CASE WHEN n % 5 > 0 THEN n * 0.25 END FROM generate_series(1, 400) n;
                INSERT INTO trait SELECT n, 'red ' || n, CASE WHEN n % 3 > 0 THEN ARRAY[n % 4, n % 9]::vector END FROM generate_series(1, 400) n;
                ANALYZE""", publication -> List.of(Selector.of(publication.type("Item"), "number", "Lab")));
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    private static String document(String arguments, String fields) {
        Map<String, String> types = Map.of(
                "filter", "LabItemFilter",
                "orderBy", "[LabItemOrder!]",
                "within", "KeySet",
                "first", "Int!",
                "after", "String");
        List<String> definitions = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (String argument : arguments.split(" ")) {
            definitions.add("$weft__" + argument + ": " + types.get(argument));
            given.add(argument + ": $weft__" + argument);
        }
        return "query (" + String.join(", ", definitions) + ") { selection: labItemSelection("
                + String.join(", ", given) + ") {" + fields + " } }";
    }

    private static Map<String, @Nullable Object> given(@Nullable Object... pairs) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            variables.put("weft__" + pairs[i], pairs[i + 1]);
        }
        return variables;
    }

    private static String keys(int from, int to) {
        return KeySet.of(IntStream.rangeClosed(from, to).toArray()).encoded();
    }

    /** Answers as the engine does; so many plans are kept for all of it. */
    private static void areOf(int plans, String document, List<Map<String, @Nullable Object>> each) {
        Operations operations = subgraph.operations(4_000_000);
        for (Map<String, @Nullable Object> variables : each) {
            BothWays.ask(subgraph, document, variables, CALLER);
            assertThat(operations.find(document, null, variables))
                    .as("%s", variables)
                    .isPresent();
        }
        assertThat(operations.kept()).isEqualTo(new Operations.Kept(1, plans));
    }

    @Test
    void aFilterOfOtherValuesAndAPageOfAnotherSizeIsTheSamePlan() {
        List<Map<String, @Nullable Object>> each = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Map<String, Object> filter =
                    Map.of("level", Map.of("gt", i * 10.5), "kind", Map.of("in", List.of(i, i + 1)));
            each.add(given("filter", filter, "first", 10 * i));
        }
        areOf(1, document("filter first", " keys complete count estimate"), each);
        areOf(1, document("filter first", " complete entries { key score } entries { cursor }"), each);
    }

    @Test
    void setsOfKeysAreOnePlanWhateverIsInThem() {
        List<Map<String, @Nullable Object>> each = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            each.add(given("within", keys(10 * i, 10 * i + 3 * i), "first", 1000));
            each.add(given("within", keys(10 * i, 200 + 17 * i), "first", 1000));
        }
        areOf(1, document("within first", " keys complete"), each);
    }

    @Test
    void allKeysNeedNoOrderAndSomeDo() {
        areOf(
                2,
                document("first", " keys complete"),
                List.of(
                        given("first", 10),
                        given("first", 300),
                        given("first", Integer.MAX_VALUE - 1),
                        given("first", 1 << 30)));
    }

    @Test
    void whoGoesOnFromACursorIsAnsweredByThePlanOfTheCursorBefore() {
        goesOn(1, "first after", given());
        goesOn(2, "orderBy first after", given("orderBy", List.of(Map.of("level", "ASC"))));
    }

    /** @param places where a cursor has nulls in others */
    private static void goesOn(int places, String arguments, Map<String, @Nullable Object> always) {
        String document = document(arguments, " complete entries { key } entries { cursor }");
        List<Map<String, @Nullable Object>> pages = new ArrayList<>();
        @Nullable String after = "first after".equals(arguments) ? "0" : null;
        for (boolean more = true; more; ) {
            Map<String, @Nullable Object> page = given("first", 40);
            page.putAll(always);
            if (after != null) {
                page.put("weft__after", after);
            }
            pages.add(page);
            JsonNode answer = subgraph.ask(document, page, CALLER).at("/data/selection");
            more = !answer.get("complete").asBoolean();
            after = answer.get("entries")
                    .get(answer.get("entries").size() - 1)
                    .get("cursor")
                    .asString();
        }
        assertThat(pages).hasSize(10);
        areOf(places + (always.isEmpty() ? 0 : 1), document, pages);
    }

    @Test
    void whatIsWrongIsRefusedThoughItsLikeIsKnown() {
        String document = document("first after", " complete");
        for (Map<String, @Nullable Object> variables : List.of(
                given("first", 5, "after", "3"),
                given("first", -1, "after", "3"),
                given("first", Integer.MAX_VALUE, "after", "3"),
                given("first", 5, "after", "three"),
                given("first", 5, "after", "4"))) {
            BothWays.ask(subgraph, document, variables, CALLER);
        }
        String near = document("orderBy first after", " complete entries { key cursor }");
        Map<String, @Nullable Object> first = given("orderBy", near(0.5), "first", 3);
        Map<String, @Nullable Object> next = given("orderBy", near(0.5), "first", 3, "after", lastCursor(near, first));
        BothWays.ask(subgraph, near, next, CALLER);
        next.put("weft__orderBy", near(0.75));
        assertThat(BothWays.ask(subgraph, near, next, CALLER)
                        .at("/errors/0/message")
                        .asString())
                .contains("another order");
    }

    @Test
    void whatIsNearToOtherVectorsIsFoundByTheSamePlan() {
        String document = document("orderBy first after", " complete entries { key score } entries { cursor }");
        List<Map<String, @Nullable Object>> each = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Map<String, @Nullable Object> page = given("orderBy", near(i * 0.25), "first", 5 + i);
            each.add(page);
            Map<String, @Nullable Object> next = new HashMap<>(page);
            next.put("weft__after", lastCursor(document, page));
            each.add(next);
        }
        areOf(2, document, each);
    }

    private static List<Object> near(double x) {
        return List.of(Map.of(
                "trait", Map.of("placeDistance", Map.of("to", List.of(x, 1), "metric", "L2", "direction", "ASC"))));
    }

    private static String lastCursor(String document, Map<String, @Nullable Object> page) {
        JsonNode entries = subgraph.ask(document, page, CALLER).at("/data/selection/entries");
        return entries.get(entries.size() - 1).get("cursor").asString();
    }

    @Test
    void theEndOfAPageIsTheCursorOfItsLastEntry() {
        for (List<Object> orderBy : List.<List<Object>>of(List.of(), List.of(Map.of("level", "ASC")), near(0.5))) {
            String arguments = orderBy.isEmpty() ? "first after" : "orderBy first after";
            String each = document(arguments, " complete entries { key score } entries { cursor }");
            String last = document(arguments, " complete entries { key score } endCursor");
            Map<String, @Nullable Object> page = given("first", 90);
            if (!orderBy.isEmpty()) {
                page.put("weft__orderBy", orderBy);
            }
            int pages = 0;
            for (boolean more = true; more; pages++) {
                JsonNode selection = BothWays.ask(subgraph, last, page, CALLER).at("/data/selection");
                assertThat(selection.get("endCursor").asString()).isEqualTo(lastCursor(each, page));
                more = !selection.get("complete").asBoolean();
                page.put("weft__after", selection.get("endCursor").asString());
            }
            assertThat(pages).isEqualTo(5);
        }
        assertThat(BothWays.ask(subgraph, document("first", " endCursor"), given("first", 0), CALLER)
                        .toString())
                .isEqualTo("{\"data\":{\"selection\":{\"endCursor\":null}}}");
        assertThat(BothWays.ask(subgraph, document("first", " endCursor"), given("first", 7), CALLER)
                        .toString())
                .isEqualTo("{\"data\":{\"selection\":{\"endCursor\":\"7\"}}}");
    }

    @Test
    void aMistakeOfACompilersIsNotTakenForAQuestionOfTheEngines() {
        Operations mistaken = subgraph.operations(4_000_000, (_, _) -> {
            throw new ClassCastException("a mistake");
        });
        assertThatThrownBy(() -> mistaken.find(document("first", " complete"), null, given("first", 3)))
                .hasMessage("a mistake");
    }

    @Test
    void facetsOfOtherSelectionsAreTheSamePlan() {
        String document = document(
                "filter within first",
                " count facets { kind { max } level { min max histogram(buckets: 3) { from count } } trait { words(top: 3) { value count } } }");
        areOf(
                1,
                document,
                List.of(
                        given("filter", Map.of("kind", Map.of("lt", 3)), "within", keys(1, 50), "first", 0),
                        given("filter", Map.of("kind", Map.of("lt", 5)), "within", keys(7, 90), "first", 0)));
    }

    @Test
    void facetsOfOtherSizesAreTheSamePlan() {
        String document =
                "query ($top: Int!, $buckets: Int!) { selection: labItemSelection(first: 0) { facets { level { histogram(buckets: $buckets) { from to count } }"
                        + " trait { words(top: $top) { value count } } } } }";
        areOf(
                1,
                document,
                List.of(
                        Map.of("top", 3, "buckets", 5),
                        Map.of("top", 1, "buckets", 1),
                        Map.of("top", 1000, "buckets", 7)));
        for (Map<String, @Nullable Object> wrong : List.<Map<String, @Nullable Object>>of(
                Map.of("top", 0, "buckets", 5), Map.of("top", 3, "buckets", 1001))) {
            assertThat(BothWays.ask(subgraph, document, wrong, CALLER)
                            .at("/errors/0/message")
                            .asString())
                    .contains("is 1 to 1000, not");
        }
    }
}
