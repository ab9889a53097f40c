package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.RuntimeWiring;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.operation.Operations;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.sql.QueryLimits;
import io.weft.postgres.sql.Row;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** The entities of a selector's page, told along with it. */
class SelectionNodesTest {

    private static final Principal ANYBODY = Principal.anonymous();
    private static final Principal ADA = Principal.user("ada", List.of(Role.DEPOSITOR), List.of());
    private static final Pattern LOOPS = Pattern.compile("loops=(\\d+)");

    private static ScenarioSubgraph subgraph;

    /** Of 600 items, each fifth has no level, and each tenth is Ada's. The greater its number, the lower its level. */
    @BeforeAll
    static void start() throws SQLException {
        subgraph = new ScenarioSubgraph(
                """
                CREATE TABLE item (number integer PRIMARY KEY, owner text NOT NULL, level double precision);
                CREATE TABLE part (id integer PRIMARY KEY, item_number integer NOT NULL REFERENCES item, owner text NOT NULL, words text);
                CREATE TABLE open_trait (item_number integer PRIMARY KEY REFERENCES item, color text);
                INSERT INTO item SELECT n, CASE WHEN n % 10 = 0 THEN 'ada' ELSE '' END, CASE WHEN n % 5 > 0 THEN 1000 - n * 0.25 END
                  FROM generate_series(1, 600) n;
                INSERT INTO part SELECT n, (n - 1) / 2 + 1, CASE WHEN n % 3 = 0 THEN 'ada' ELSE '' END, '{"' || n || ',\\}' FROM generate_series(1, 1200) n;
                INSERT INTO open_trait VALUES (9, 'red'), (10, 'red');
                ALTER TABLE item ENABLE ROW LEVEL SECURITY;
                ALTER TABLE part ENABLE ROW LEVEL SECURITY;
                CREATE POLICY p ON item USING (owner IN ('', (SELECT weft.user_id())));
                CREATE POLICY p ON part USING (owner IN ('', (SELECT weft.user_id())));
                CREATE INDEX ON part (item_number);
                ANALYZE""",
                publication -> List.of(Selector.of(publication.type("Item"), "number", "Lab")),
                QueryLimits.DEFAULT,
                "extend type Item { shout: String! }",
                RuntimeWiring.newRuntimeWiring()
                        .type(
                                "Item",
                                type -> type.dataFetcher("shout", environment -> {
                                    Row item = Objects.requireNonNull(environment.getSource());
                                    return "ITEM " + item.value("number");
                                }))
                        .build());
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    private static JsonNode ask(String arguments, String fields, Principal caller) {
        return ask("{ s: labItemSelection(" + arguments + ") { " + fields + " } }", Map.of(), caller);
    }

    private static JsonNode ask(String document, Map<String, @Nullable Object> variables, Principal caller) {
        JsonNode answer = BothWays.ask(subgraph, document, variables, caller);
        assertThat(answer.get("errors")).as(answer.toString()).isNull();
        return answer.at("/data/s");
    }

    private static List<Integer> numbers(JsonNode objects, String field) {
        return objects.valueStream().map(each -> each.get(field).asInt()).toList();
    }

    private static String keys(int from, int to) {
        return "\"" + KeySet.of(IntStream.rangeClosed(from, to).toArray()).encoded() + "\"";
    }

    @Test
    void nodesComeInTheOrderOfTheEntriesThroughBothPartsOfAPage() {
        for (String backward : List.of("", ", backward: true")) {
            String arguments = "first: 17, within: " + keys(1, 18) + ", orderBy: [{level: ASC}]" + backward;
            JsonNode page = ask(arguments, "complete entries { key } nodes { number level }", ADA);
            assertThat(page.get("complete").asBoolean()).isFalse();
            assertThat(page.get("nodes").size()).isEqualTo(17);
            assertThat(numbers(page.get("nodes"), "number")).isEqualTo(numbers(page.get("entries"), "key"));
            assertThat(page.get("nodes")
                            .valueStream()
                            .map(node -> node.get("level").isNull())
                            .distinct())
                    .containsExactlyInAnyOrder(false, true);
        }
    }

    @Test
    void nodesOfASetOfKeysAscend() {
        for (String fields : List.of("", "keys", "complete", "endCursor")) {
            JsonNode page = ask("first: 5, orderBy: [{level: ASC}]", fields + " nodes { number }", ADA);
            assertThat(numbers(page.get("nodes"), "number")).as(fields).containsExactly(594, 596, 597, 598, 599);
        }
    }

    @Test
    void aCursorIsTheSameWithAndWithoutNodes() {
        String arguments = "first: 5, orderBy: [{level: ASC}]";
        String entries = "entries { key cursor } endCursor";
        JsonNode without = ask(arguments, entries, ANYBODY);
        JsonNode with = ask(arguments, entries + " nodes { number }", ANYBODY);
        assertThat(with.get("entries")).isEqualTo(without.get("entries"));
        assertThat(with.get("endCursor")).isEqualTo(without.get("endCursor"));
    }

    @Test
    void aPageWithItsNodesIsOneStatementAndOneSubqueryForEachOfItsRows() {
        JsonNode page = ask(
                "first: 10, orderBy: [{level: ASC}], filter: {level: {gt: 900}}",
                "complete entries { key } nodes { number part { nodes { id } } }",
                ANYBODY);
        assertThat(page.get("nodes").size()).isEqualTo(10);
        assertThat(subgraph.statements()).hasSize(1);
        String runs = subgraph.runs(ANYBODY);
        List<Integer> loops = LOOPS.matcher(runs)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        assertThat(loops).as(runs).contains(11).allMatch(times -> times <= 11);
    }

    @Test
    void whatIsNotSelectedIsNotComputed() {
        ask("first: 10, orderBy: [{level: ASC}]", "entries { key } complete", ANYBODY);
        assertThat(reads("item")).isEqualTo(1);
        ask("first: 10, filter: {openTrait: {color: {eq: \"red\"}}}", "entries { key } complete", ANYBODY);
        assertThat(reads("item")).isZero();
    }

    @Test
    void theRowThatThePageIsReadFromIsNotLookedUpAgain() {
        ask("first: 10, orderBy: [{level: ASC}], filter: {level: {gt: 900}}", "nodes { number level owner }", ANYBODY);
        assertThat(reads("item")).isEqualTo(1);
        ask("first: 10, within: " + keys(1, 20), "nodes { number level part { totalCount } }", ANYBODY);
        assertThat(reads("item")).isEqualTo(1);
        String trait = "nodes { owner openTrait { color } }";
        ask("first: 10, filter: {openTrait: {color: {eq: \"red\"}}}", trait, ADA);
        assertThat(reads("open_trait")).isEqualTo(1);
        assertThat(reads("item")).isEqualTo(1);
        // Of the rows that an index tells in order, most may not be on the page.
        ask("first: 10, orderBy: [{level: ASC}], within: " + keys(1, 20), "nodes { owner }", ANYBODY);
        assertThat(reads("item")).isEqualTo(2);
    }

    @Test
    void anEntityWithoutTheRowThatThePageIsOrderedByHasNone() {
        JsonNode page = ask(
                "first: 3, orderBy: [{openTrait: {color: ASC}}]",
                "entries { key } nodes { number openTrait { color } }",
                ADA);
        assertThat(page.get("nodes").toString())
                .isEqualTo("[{\"number\":9,\"openTrait\":{\"color\":\"red\"}},"
                        + "{\"number\":10,\"openTrait\":{\"color\":\"red\"}},{\"number\":1,\"openTrait\":null}]");
        assertThat(reads("open_trait")).isEqualTo(1);
    }

    private static int reads(String table) {
        String text = subgraph.statements().getFirst().text();
        return text.split(Pattern.quote("\"lab\".\"" + table + "\""), -1).length - 1;
    }

    @Test
    void nodesAreReadAsTheCaller() {
        String arguments = "first: 1000, within: " + keys(1, 20);
        String fields = "keys nodes { owner part { totalCount nodes { owner } } }";
        JsonNode seen = ask(arguments, fields, ANYBODY);
        assertThat(seen.get("nodes").size()).isEqualTo(18);
        assertThat(seen.toString()).doesNotContain("ada");
        JsonNode hers = ask(arguments, fields, ADA);
        assertThat(hers.get("nodes").size()).isEqualTo(20);
        assertThat(hers.at("/nodes/1/part").toString())
                .isEqualTo("{\"totalCount\":2,\"nodes\":[{\"owner\":\"ada\"},{\"owner\":\"\"}]}");
    }

    @Test
    void anEntityThatIsHiddenWhileSomethingOfItMatchesIsNoNode() {
        String document =
                "{ s: labItemSelection(first: 9, filter: {openTrait: {color: {eq: \"red\"}}}) { nodes { number } } }";
        assertThat(ask(document, Map.of(), ADA).toString()).isEqualTo("{\"nodes\":[{\"number\":9},{\"number\":10}]}");
        JsonNode answer = BothWays.ask(subgraph, document, ANYBODY);
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"s\",\"nodes\",1]");
    }

    @Test
    void anythingThatIsPublishedOfAnEntityIsSelectedUnderAnyName() {
        JsonNode page = ask("""
                query ($few: Int!, $words: String!) {
                  s: labItemSelection(first: 2, after: "7") {
                    facets { level { min } }
                    a: nodes { __typename ...Parts }
                    b: nodes { of: number part(first: $few, filter: { words: { contains: $words } }) { nodes { item { number } } } }
                    count
                  }
                }
                fragment Parts on Item { part(orderBy: [{ id: DESC }], first: 1) { totalCount nodes { id words } edges { cursor } } }""", Map.of("few", 1, "words", "1"), ADA);
        assertThat(page.at("/a/0/part/nodes").toString()).isEqualTo("[{\"id\":16,\"words\":\"{\\\"16,\\\\}\"}]");
        assertThat(page.at("/a/1/__typename").asString()).isEqualTo("Item");
        assertThat(page.get("b").toString())
                .isEqualTo("[{\"of\":8,\"part\":{\"nodes\":[{\"item\":{\"number\":8}}]}},"
                        + "{\"of\":9,\"part\":{\"nodes\":[{\"item\":{\"number\":9}}]}}]");
        assertThat(page.get("count").asInt()).isEqualTo(600);
    }

    @Test
    void pagesOfOtherSizesAreTheSamePlan() {
        String document =
                "query ($first: Int!, $after: String, $few: Int) { s: labItemSelection(first: $first, after: $after) {"
                        + " complete nodes { number part(first: $few) { nodes { id } } } } }";
        Operations operations = subgraph.operations(4_000_000);
        for (int first : List.of(0, 1, 20, 50)) {
            Map<String, @Nullable Object> variables = Map.of("first", first, "after", "7", "few", 1 + first);
            assertThat(ask(document, variables, ADA).get("nodes").size()).isEqualTo(first);
            assertThat(operations.find(document, null, variables)).isPresent();
        }
        assertThat(operations.kept()).isEqualTo(new Operations.Kept(1, 1));
    }

    @Test
    void aPageWithNodesIsNoLargerThanThatOfAConnectionHoweverItIsAsked() {
        String document = "query ($first: Int!) { s: labItemSelection(first: $first) { %s { number } } }";
        isLimited(
                document.formatted("nodes"),
                given("first", 1000),
                given("first", 1001),
                "labItemSelection.first: a page with nodes has at most 1000 of them, not 1001. Ask for a smaller page, or for keys only",
                1000);
        String keys = "query ($first: Int!) { s: labItemSelection(first: $first) { keys } }";
        assertThat(ask(keys, given("first", 1001), ADA).has("keys")).isTrue();
    }

    /** As many as the contract promises, or a gateway would be refused, and ask twice, where other pages are small. */
    @Test
    void aPageWithNodesMayAlwaysHaveAsManyAsTheContractPromises() throws SQLException {
        try (ScenarioSubgraph small = new ScenarioSubgraph(
                """
                CREATE TABLE item (number integer PRIMARY KEY);
                INSERT INTO item SELECT generate_series(1, 500);
                ANALYZE""",
                publication -> List.of(Selector.of(publication.type("Item"), "number", "Lab")),
                new QueryLimits(10, 200, 50, 10, 5, 100_000, 1000, 0, 5_000_000, DataSize.ofMegabytes(1)),
                "",
                RuntimeWiring.newRuntimeWiring().build())) {
            String document = "query ($first: Int!) { s: labItemSelection(first: $first) { nodes { number } } }";
            JsonNode most = BothWays.ask(small, document, given("first", 400), ANYBODY);
            assertThat(most.at("/data/s/nodes").size()).isEqualTo(400);
            JsonNode more = BothWays.ask(small, document, given("first", 401), ANYBODY);
            assertThat(more.at("/errors/0/extensions/limit").asInt()).isEqualTo(400);
        }
    }

    @Test
    void pagesBelowNodesAreWithinTheirPage() {
        isLimited(
                "query ($first: Int!, $few: Int!) { s: labItemSelection(first: $first) { nodes { part(first: $few) { nodes { id } } } } }",
                given("first", 1000, "few", 100),
                given("first", 1000, "few", 101),
                "labItemSelection.nodes.part: pages within pages could give 101000 rows, the limit is 100000. Ask for smaller pages",
                100_000);
    }

    private static Map<String, @Nullable Object> given(Object... pairs) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            variables.put((String) pairs[i], pairs[i + 1]);
        }
        return variables;
    }

    /** @param most what may be asked, so that the statement is known when more is */
    private static void isLimited(
            String document,
            Map<String, @Nullable Object> most,
            Map<String, @Nullable Object> more,
            String message,
            int limit) {
        ask(document, most, ADA);
        JsonNode error = BothWays.ask(subgraph, document, more, ADA).at("/errors/0");
        assertThat(error.get("message").asString()).isEqualTo(message);
        assertThat(error.at("/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(error.at("/extensions/limit").asInt()).isEqualTo(limit);
    }

    @Test
    void nodesCostNoMoreThanAnyStatementMay() throws SQLException {
        try (ScenarioSubgraph limited = new ScenarioSubgraph(
                """
                CREATE TABLE item (number integer PRIMARY KEY);
                CREATE TABLE part (id integer PRIMARY KEY, item_number integer NOT NULL REFERENCES item);
                INSERT INTO item SELECT generate_series(1, 2000);
                INSERT INTO part SELECT n, n FROM generate_series(1, 2000) n;
                ANALYZE""",
                publication -> List.of(Selector.of(publication.type("Item"), "number", "Lab")),
                new QueryLimits(10, 200, 50, 1000, 20, 100_000, 1000, 1000, 5_000_000, DataSize.ofMegabytes(1)),
                "",
                RuntimeWiring.newRuntimeWiring().build())) {
            String document = "{ s: labItemSelection(first: %d) { nodes { number part { totalCount } } } }";
            assertThat(limited.askAtOnce(document.formatted(5), Map.of(), ANYBODY))
                    .isPresent();
            assertThat(limited.ask(document.formatted(5), Map.of(), ANYBODY)
                            .at("/data/s/nodes")
                            .size())
                    .isEqualTo(5);
            assertThat(limited.askAtOnce(document.formatted(500), Map.of(), ANYBODY))
                    .isEmpty();
            JsonNode error =
                    limited.ask(document.formatted(500), Map.of(), ANYBODY).at("/errors/0");
            assertThat(error.get("message").asString())
                    .contains("expects this to cost more than the limit, which is 1000");
            assertThat(error.at("/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
            assertThat(error.get("path").toString()).isEqualTo("[\"s\"]");
        }
    }

    @Test
    void aFieldOfTheServicesOwnIsFetchedAsOfAnyEntity() {
        String document = "{ s: labItemSelection(first: 2) { nodes { shout level } }"
                + " _entities(representations: [{ __typename: \"Item\", number: 1 }, { __typename: \"Item\", number: 2 }])"
                + " { ... on Item { shout level } } }";
        assertThat(subgraph.askAtOnce(document, Map.of(), ANYBODY)).isEmpty();
        JsonNode answer = subgraph.ask(document, Map.of(), ANYBODY);
        assertThat(answer.at("/data/s/nodes").toString())
                .isEqualTo("[{\"shout\":\"ITEM 1\",\"level\":999.75},{\"shout\":\"ITEM 2\",\"level\":999.5}]")
                .isEqualTo(answer.at("/data/_entities").toString());
    }
}
