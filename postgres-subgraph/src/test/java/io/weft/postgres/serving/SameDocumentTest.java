package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.postgres.operation.Operations;
import io.weft.postgres.session.Sql;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One document with variables of many shapes, in turn: what was compiled for one must not answer another. */
class SameDocumentTest {

    private static ScenarioSubgraph subgraph;

    @BeforeAll
    static void start() throws SQLException {
        subgraph = new ScenarioSubgraph("""
                CREATE TYPE mood AS ENUM ('happy', 'sad');
                CREATE TABLE shelf (id integer PRIMARY KEY, label text NOT NULL);
                CREATE TABLE book (id integer PRIMARY KEY, title text, price float8, feeling mood,
                  shelf_id integer NOT NULL REFERENCES shelf, place vector(2));
                COMMENT ON COLUMN book.title IS E'As on its cover\\n@searchable';
                INSERT INTO shelf SELECT n, 'shelf ' || n FROM generate_series(1, 3) n;
                INSERT INTO book SELECT n, CASE WHEN n % 4 > 0 THEN 'book ' || n % 7 END, n * 1.5,
                  (ARRAY['happy', 'sad'])[1 + n % 2]::mood, 1 + n % 3,
                  CASE WHEN n % 6 > 0 THEN ARRAY[n % 4, n % 5]::vector END FROM generate_series(1, 20) n;""");
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    private static Map<String, @Nullable Object> given(@Nullable Object... pairs) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            variables.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return variables;
    }

    /** Twice in turn, so that each is asked when it is new and when it and all others are known. */
    @SafeVarargs
    private static void answersAsTheEngine(String document, Map<String, @Nullable Object>... each) {
        for (int time = 0; time < 2; time++) {
            for (Map<String, @Nullable Object> variables : each) {
                JsonNode answer = subgraph.ask(document, variables, Principal.anonymous());
                List<Sql> statements = subgraph.statements();
                Optional<JsonNode> found = subgraph.askAtOnce(document, variables, Principal.anonymous());
                assertThat(found)
                        .as("%s with %s", document, variables)
                        .isEqualTo(answer.has("errors") ? Optional.empty() : Optional.of(answer));
                if (found.isPresent()) {
                    assertThat(subgraph.statements())
                            .extracting(Sql::text)
                            .as("%s with %s", document, variables)
                            .containsExactlyInAnyOrderElementsOf(
                                    statements.stream().map(Sql::text).toList());
                }
            }
        }
    }

    @Test
    void aVariableThatIsAbsentIsNotOneThatIsNull() {
        answersAsTheEngine(
                "query Q($filter: BookFilter, $first: Int) { book(filter: $filter, first: $first) { nodes { id } } }",
                given(),
                given("filter", null),
                given("filter", Map.of()),
                given("first", null),
                given("first", 3),
                given("first", 5),
                given("first", 3, "filter", Map.of("price", Map.of("gt", 12))),
                given("first", 3, "filter", Map.of("price", Map.of("gt", 18.5))),
                given("filter", Map.of("price", Map.of("lt", 18.5))),
                given("filter", given("title", null)));
    }

    @Test
    void aDefaultIsTakenWhereNothingIsGiven() {
        answersAsTheEngine(
                "query Q($first: Int = 2, $above: Float = 15, $order: [BookOrder!] = [{id: DESC}]) {"
                        + " book(first: $first, filter: {price: {gt: $above}}, orderBy: $order) { nodes { id price } } }",
                given(),
                given("first", 4),
                given("above", 3.5),
                given("order", List.of(Map.of("price", "ASC"))),
                given("order", List.of(Map.of("title", "ASC"), Map.of("id", "DESC"))),
                given("order", List.of()));
    }

    @Test
    void listsOfAnyLengthAreAsked() {
        answersAsTheEngine(
                "query Q($ids: [Int!]!) { book(filter: {id: {in: $ids}}) { totalCount nodes { id title } } }",
                given("ids", List.of()),
                given("ids", List.of(3)),
                given("ids", List.of(3, 4, 19)),
                given("ids", List.of(8, 4)),
                given("ids", 7));
    }

    @Test
    void listsOfConditionsMayGrow() {
        answersAsTheEngine(
                "query Q($any: [BookFilter!]) { book(filter: {or: $any}) { nodes { id } } }",
                given("any", List.of(Map.of("id", Map.of("eq", 1)))),
                given("any", List.of(Map.of("id", Map.of("eq", 2)))),
                given("any", List.of(Map.of("id", Map.of("eq", 1)), Map.of("id", Map.of("eq", 5)))),
                given("any", List.of(Map.of("id", Map.of("eq", 1)), Map.of("title", Map.of("eq", "book 1")))),
                given("any", List.of()));
    }

    @Test
    void enumsAndBooleansMayChangeTheStatement() {
        answersAsTheEngine(
                "query Q($mood: Mood, $none: Boolean!, $how: SortOrder!) {"
                        + " book(filter: {feeling: {eq: $mood}, title: {isNull: $none}}, orderBy: [{title: $how}], first: 30) {"
                        + " nodes { id feeling } } }",
                given("mood", "HAPPY", "none", true, "how", "ASC"),
                given("mood", "SAD", "none", true, "how", "ASC"),
                given("mood", "SAD", "none", false, "how", "DESC"),
                given("mood", "SAD", "none", false, "how", "ASC_NULLS_FIRST"),
                given("mood", "HAPPY", "none", false, "how", "DESC"),
                given("mood", null, "none", false, "how", "DESC"),
                given("mood", "LOST", "none", false, "how", "DESC"));
    }

    @Test
    void whatIsSkippedIsNotAsked() {
        answersAsTheEngine(
                "query Q($with: Boolean!, $without: Boolean = false) { book(first: 2) {"
                        + " totalCount @include(if: $with) nodes { id shelf @skip(if: $without) { label } } }"
                        + " shelf @include(if: $with) { nodes { label } } }",
                given("with", true),
                given("with", false),
                given("with", true, "without", true),
                given("with", false, "without", true));
    }

    @Test
    void pagesGoOnFromTheirCursors() {
        String document =
                "query Q($after: String, $text: String) { book(first: 4, after: $after, filter: {title: {contains: $text}},"
                        + " orderBy: [{title: ASC}]) { nodes { id title } pageInfo { endCursor hasNextPage } } }";
        Map<String, @Nullable Object> variables = given("text", "book");
        for (int page = 0; page < 3; page++) {
            answersAsTheEngine(document, variables);
            String cursor = subgraph.ask(document, variables, Principal.anonymous())
                    .at("/data/book/pageInfo/endCursor")
                    .asString();
            variables = given("text", "book", "after", cursor);
        }
        answersAsTheEngine(document, given("text", "book", "after", "no cursor"));
    }

    /** As a client turns pages: only where nulls are in a cursor makes a statement of its own. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 2, after: $at|[{price: DESC}]|endCursor|2",
                "last: 2, before: $at|[{price: DESC}]|startCursor|2",
                "first: 2, after: $at|[{id: ASC}]|endCursor|2",
                "first: 2, after: $at|[{title: ASC}, {feeling: DESC}]|endCursor|3",
                "first: 2, after: $at|[{shelf: {label: ASC}}, {title: DESC_NULLS_FIRST}]|endCursor|3"
            })
    void whoTurnsPagesIsAnsweredByWhatWasCompiledForOthers(
            String page, String order, String cursor, long differentPlaces) {
        Operations operations = subgraph.operations(1_000_000);
        String document = "query Q($at: String) { book(" + page + ", orderBy: " + order
                + ") { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
        Map<String, @Nullable Object> variables = given();
        int pages = 0;
        for (boolean more = true; more; pages++) {
            answersAsTheEngine(document, variables);
            assertThat(operations.find(document, null, variables)).isPresent();
            JsonNode info =
                    subgraph.ask(document, variables, Principal.anonymous()).at("/data/book/pageInfo");
            more = info.get(cursor.equals("endCursor") ? "hasNextPage" : "hasPreviousPage")
                    .asBoolean();
            variables = given("at", info.get(cursor).asString());
        }
        assertThat(pages).isEqualTo(10);
        assertThat(operations.kept()).isEqualTo(new Operations.Kept(1, differentPlaces));
    }

    @Test
    void aCursorOfAnotherOrderIsRefusedThoughOneOfItsOwnIsKnown() {
        String document =
                "query Q($at: String) { book(first: 2, after: $at, orderBy: [{price: ASC}]) { nodes { id } pageInfo { endCursor } } }";
        String own = endCursor(document);
        String other = endCursor(document.replace("price", "id"));
        answersAsTheEngine(document, given("at", own), given("at", other), given("at", own + "x"), given("at", ""));
    }

    private static String endCursor(String document) {
        return subgraph.ask(document, given(), Principal.anonymous())
                .at("/data/book/pageInfo/endCursor")
                .asString();
    }

    @Test
    void whoJumpsIsAnsweredByWhatWasCompiledForOthers() {
        Operations operations = subgraph.operations(1_000_000);
        String document = "query Q($skip: Int) { book(first: 3, offset: $skip) {"
                + " nodes { id } pageInfo { hasPreviousPage } groups(by: [{column: title}], first: 2, offset: $skip) { key { title } } } }";
        for (int skip = 0; skip < 25; skip += 4) {
            answersAsTheEngine(document, given("skip", skip));
            operations.find(document, null, given("skip", skip));
        }
        answersAsTheEngine(document, given("skip", -1), given("skip", null), given());
        assertThat(operations.kept()).isEqualTo(new Operations.Kept(1, 2));
    }

    @Test
    void pagesOfOtherSizesAreOfTheSamePlan() {
        Operations operations = subgraph.operations(1_000_000);
        String document =
                "query Q($n: Int, $m: Int, $most: Int!) { shelf(first: $n) { totalCountAtMost(limit: $most) nodes { label book(last: $m) {"
                        + " nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor } groups(by: [{column: title}], first: $n) { key { title } } } } } }";
        for (int size = 1; size < 5; size++) {
            Map<String, @Nullable Object> variables = given("n", size, "m", 2 * size, "most", size);
            answersAsTheEngine(document, variables);
            operations.find(document, null, variables);
        }
        assertThat(operations.kept()).isEqualTo(new Operations.Kept(1, 1));
        answersAsTheEngine(
                document,
                given("n", 3, "m", 0, "most", 0),
                given("n", 0, "m", 3, "most", 3),
                given("n", 3, "m", 1001, "most", 3),
                given("n", 1000, "m", 1000, "most", 3),
                given("n", 3, "m", 3, "most", -1),
                given("m", 3, "most", 1));
    }

    @Test
    void whatIsNearToOtherVectorsIsOfTheSamePlanAndItsCursorsAreNoOthers() {
        Operations operations = subgraph.operations(1_000_000);
        String document =
                "query Q($to: Vector!, $at: String) { book(first: 4, after: $at, orderBy: [{placeDistance: {to: $to, metric: L2, direction: ASC}}]) {"
                        + " edges { cursor node { id } } pageInfo { endCursor } } }";
        for (int i = 0; i < 4; i++) {
            Map<String, @Nullable Object> first = given("to", List.of(i, 0.5));
            String end = subgraph.ask(document, first, Principal.anonymous())
                    .at("/data/book/pageInfo/endCursor")
                    .asString();
            Map<String, @Nullable Object> next = given("to", List.of(i, 0.5), "at", end);
            answersAsTheEngine(document, first, next, given("to", List.of(i, 0.75), "at", end));
            operations.find(document, null, first);
            operations.find(document, null, next);
        }
        assertThat(operations.kept()).isEqualTo(new Operations.Kept(1, 2));
    }

    @Test
    void whatMatchesOtherWordsBestIsOfTheSamePlan() {
        Operations operations = subgraph.operations(1_000_000);
        String document =
                "query Q($text: String!) { book(first: 4, orderBy: [{titleRank: {search: {query: $text, language: \"english\"}, direction: DESC}}]) {"
                        + " edges { cursor node { id } } } }";
        for (String text : List.of("book", "shelf", "book 3")) {
            answersAsTheEngine(document, given("text", text));
            assertThat(operations.find(document, null, given("text", text))).isPresent();
        }
        assertThat(operations.kept()).isEqualTo(new Operations.Kept(1, 1));
    }

    @Test
    void aTextMayBeACursorAndAValue() {
        String document =
                "query Q($text: String) { book(first: 2, after: $text, filter: {title: {ne: $text}}) { nodes { id } pageInfo { endCursor } } }";
        String cursor = endCursor(document);
        answersAsTheEngine(document, given("text", cursor), given("text", null), given("text", "book 1"));
    }

    @Test
    void entitiesOfAnyKeysInAnyOrderComeInTheirPlaces() {
        Map<String, Object> book = Map.of("__typename", "Book", "id", 3);
        Map<String, Object> other = Map.of("__typename", "Book", "id", "4");
        Map<String, Object> shelf = Map.of("__typename", "Shelf", "id", 2);
        Map<String, Object> missing = Map.of("__typename", "Shelf", "id", 77);
        Map<String, Object> unknown = Map.of("__typename", "Chair", "id", 77);
        answersAsTheEngine(
                "query Q($all: [_Any!]!) { _entities(representations: $all) { __typename"
                        + " ... on Book { title shelf { label } } ... on Shelf { name: label } } }",
                given("all", List.of(book)),
                given("all", List.of(other, book, other)),
                given("all", List.of(shelf, book)),
                given("all", List.of(book, missing, shelf, other)),
                given("all", List.of(missing)),
                given("all", List.of(book, unknown)));
    }

    @Test
    void onlyTheLastOfManyAreKept() {
        Operations operations = subgraph.operations(60_000);
        for (int i = 0; i < 500; i++) {
            assertThat(operations.find("{ book(first: " + i + ") { nodes { id } } }", null, Map.of()))
                    .isPresent();
            assertThat(operations.find(
                            "query Q($any: [BookFilter!]) { book(filter: {or: $any}) { nodes { id } } }",
                            null,
                            Map.of("any", Collections.nCopies(i % 100, Map.of("id", Map.of("eq", i))))))
                    .isPresent();
        }
        Operations.Kept kept = operations.kept();
        assertThat(kept.documents()).isBetween(1L, 30L);
        assertThat(kept.plans()).isBetween(1L, 30L);
    }

    @Test
    void equalRequestsShareAPlanAndOthersDoNot() {
        Operations operations = subgraph.operations(1_000_000);
        String document =
                "query Q($n: Int, $ids: [Int!], $how: SortOrder!) { book(first: $n, filter: {id: {in: $ids}}, orderBy: [{title: $how}]) {"
                        + " nodes { id } } }";
        for (int i = 0; i < 10; i++) {
            operations.find(document, null, Map.of("n", 5 + i, "ids", List.of(i, i + 1), "how", "ASC"));
        }
        assertThat(operations.kept()).isEqualTo(new Operations.Kept(1, 1));
        operations.find(document, null, Map.of("n", 5, "ids", List.of(1), "how", "DESC"));
        assertThat(operations.kept()).isEqualTo(new Operations.Kept(1, 2));
    }

    @Test
    void afterASwapTheSameDocumentAsksTheNewTable() throws SQLException {
        try (ScenarioSubgraph changing = new ScenarioSubgraph(
                "CREATE TABLE box (id integer PRIMARY KEY, size integer NOT NULL); INSERT INTO box VALUES (1, 7)")) {
            String document = "{ box { nodes { id size } } }";
            assertThat(changing.askAtOnce(document, Map.of(), Principal.anonymous())
                            .orElseThrow()
                            .toString())
                    .contains("\"size\":7");
            changing.change("ALTER TABLE box ALTER size TYPE text USING 'now ' || size");
            assertThat(changing.askAtOnce(document, Map.of(), Principal.anonymous())
                            .orElseThrow()
                            .toString())
                    .contains("\"size\":\"now 7\"");
            changing.change("ALTER TABLE box DROP COLUMN size");
            assertThat(changing.askAtOnce(document, Map.of(), Principal.anonymous()))
                    .isEmpty();
        }
    }

    @Test
    void limitsHoldForEachRequest() {
        answersAsTheEngine(
                "query Q($first: Int) { book(first: $first) { nodes { id } } }",
                given("first", 10),
                given("first", 1001),
                given("first", -1),
                given("first", "ten"));
    }
}
