package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.LoggedLines;
import io.weft.service.testing.RunningService;
import io.weft.service.testing.ServiceClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PublishedTablesTest {

    private static RunningService service;
    private static ServiceClient anonymous;
    private static ServiceClient curator;
    private static LoggedLines statements;

    @BeforeAll
    static void start() throws SQLException {
        service = ItemService.start();
        anonymous = service.as(Principal.anonymous());
        curator = service.as("cora", Role.CURATOR);
        statements = LoggedLines.ofStatements();
        service.database().execute(service.database().superuser(), """
                INSERT INTO records.item (number, srn, owner, readable_from, title, size, amount, rank, flag, born, seen, token, tags, levels, extra, place) VALUES
                (1, 'a', 'ada', '-infinity', 'Alpha 100%', 1.5, 9007199254740993, 1, true, '2020-01-31', '2020-01-31 12:00:00.25+00',
                 '123e4567-e89b-12d3-a456-426614174000', '{red,"g,r\\"een"}', '{1,2.5}', '{"k": [1, 2], "s": "x"}', '[1,2,3]'),
                (2, 'b', 'ada', '-infinity', 'beta_two', 2.5, 5, 2, false, '2021-06-01', '2021-06-01 00:00:00+00',
                 '123e4567-e89b-12d3-a456-426614174001', '{red}', '{7}', '{"k": [9]}', NULL),
                (3, 'c', 'ada', '-infinity', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
                (4, 'd', 'ada', 'infinity', 'hidden', 4, 4, 4, true, NULL, NULL, NULL, '{red}', NULL, NULL, NULL);
                INSERT INTO records.part (item_number, score, name) VALUES
                (1, 0.9, 'p1'), (1, 0.1, 'p2'), (1, NULL, 'p3'), (2, 0.5, 'q1'), (4, 1, 'h1')""");
    }

    @AfterAll
    static void stop() {
        statements.close();
        service.close();
    }

    @Test
    void everyTypeComesOutAsItWentIn() {
        JsonNode item = anonymous
                .data(
                        "{ item(srn: \"a\") { number title size amount rank flag born seen token tags levels extra place } }")
                .get("item");
        assertThat(item.toString())
                .isEqualTo("{\"number\":1,\"title\":\"Alpha 100%\",\"size\":1.5,\"amount\":9007199254740993,\"rank\":1,"
                        + "\"flag\":true,\"born\":\"2020-01-31\",\"seen\":\"2020-01-31T12:00:00.250Z\","
                        + "\"token\":\"123e4567-e89b-12d3-a456-426614174000\",\"tags\":[\"red\",\"g,r\\\"een\"],"
                        + "\"levels\":[1.0,2.5],\"extra\":{\"k\":[1,2],\"s\":\"x\"},\"place\":[1.0,2.0,3.0]}");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title: {eq: "beta_two"}                        | b
            title: {ne: "beta_two"}                        | a c
            title: {in: ["beta_two", "x"]}                 | b
            title: {notIn: ["beta_two"]}                   | a c
            title: {isNull: true}                          | c
            title: {isNull: false}                         | a b
            title: {contains: "0%"}                        | a
            title: {contains: "a_t"}                       | b
            title: {containsIgnoreCase: "ALPHA"}           | a
            title: {startsWith: "be"}                      | b
            title: {startsWithIgnoreCase: "BE"}            | b
            title: {endsWith: "%"}                         | a
            title: {endsWithIgnoreCase: "TWO"}             | b
            title: {matches: "^[a-z]+_"}                   | b
            title: {similarTo: "Alpha"}                    | a
            title: {similarity: {to: "Alpha", gte: 0.5}}   | a
            title: {lt: "b"}                               | a
            size: {gt: 1.5}                                | b
            size: {gte: 1.5, lt: 2.5}                      | a
            size: {lte: 2.5}                               | a b
            amount: {eq: 9007199254740993}                 | a
            rank: {in: [1, 2]}                             | a b
            flag: {eq: false}                              | b
            flag: {ne: true}                               | b c
            born: {gte: "2021-01-01"}                      | b
            seen: {lt: "2020-02-01T00:00:00Z"}             | a
            token: {eq: "123e4567-e89b-12d3-a456-426614174001"} | b
            tags: {has: "red"}                             | a b
            tags: {hasAny: ["g,r\\"een", "blue"]}          | a
            tags: {hasAll: ["red", "g,r\\"een"]}           | a
            tags: {eq: ["red"]}                            | b
            levels: {has: 2.5}                             | a
            levels: {ne: [7]}                              | a c
            extra: {contains: {s: "x"}}                    | a
            extra: {path: "$.k[*] ? (@ > 5)"}              | b
            place: {isNull: false}                         | a
            parts: {some: {score: {gt: 0.4}, name: {eq: "p1"}}} | a
            parts: {some: {score: {gt: 0.4}, name: {eq: "p2"}}} |
            parts: {none: {score: {gt: 0.4}}}              | c
            parts: {every: {score: {gt: 0.4}}}             | b c
            not: {title: {eq: "beta_two"}}                 | a c
            not: {not: {title: {eq: "beta_two"}}}          | b
            or: [{rank: {eq: 1}}, {rank: {isNull: true}}]  | a c
            and: [{rank: {gt: 0}}, {flag: {eq: true}}]     | a
            or: []                                         |
            and: []                                        | a b c
            """)
    void aFilterFindsWhatItSays(String filter, String found) {
        JsonNode nodes = anonymous
                .data("{ items(filter: {" + filter + "}) { totalCount nodes { srn } } }")
                .get("items");
        List<String> srns = new ArrayList<>();
        nodes.get("nodes").forEach(node -> srns.add(node.get("srn").asString()));
        assertThat(String.join(" ", srns)).isEqualTo(found == null ? "" : found);
        assertThat(nodes.get("totalCount").asInt()).isEqualTo(srns.size());
    }

    @Test
    void oneSelectionIsOneStatementHoweverDeep() {
        statements.forget();
        JsonNode data = anonymous.data("""
                { items(orderBy: [{srn: DESC}]) { totalCount
                    big: nodes { srn parts(orderBy: [{score: DESC}], first: 2) { totalCount nodes { name item { title } } } }
                    edges { cursor node { best: parts(filter: {score: {gt: 0.8}}) { nodes { score } } } } } }""");
        assertThat(statements.messages()).hasSize(1);
        assertThat(data.get("items").get("big").toString())
                .isEqualTo("[{\"srn\":\"c\",\"parts\":{\"totalCount\":0,\"nodes\":[]}},"
                        + "{\"srn\":\"b\",\"parts\":{\"totalCount\":1,\"nodes\":[{\"name\":\"q1\",\"item\":{\"title\":\"beta_two\"}}]}},"
                        + "{\"srn\":\"a\",\"parts\":{\"totalCount\":3,\"nodes\":[{\"name\":\"p1\",\"item\":{\"title\":\"Alpha 100%\"}},"
                        + "{\"name\":\"p2\",\"item\":{\"title\":\"Alpha 100%\"}}]}}]");
        assertThat(data.at("/items/edges/2/node/best/nodes/0/score").asDouble()).isEqualTo(0.9);
    }

    @Test
    void onlyAskedColumnsAreRead() {
        statements.forget();
        anonymous.data("{ items { nodes { title } } }");
        assertThat(statements.messages().getFirst()).contains("\"title\"").doesNotContain("\"size\"", "count(");
    }

    @Test
    void entitiesComeInOneStatementInTheirOrderWithNullsForWhatIsMissing() {
        statements.forget();
        JsonNode answer = anonymous.ask(
                "query($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Item { srn title } } }",
                Map.of(
                        "r",
                        List.of(
                                Map.of("__typename", "Item", "srn", "b"),
                                Map.of("__typename", "Item", "srn", "nothing"),
                                Map.of("__typename", "Item", "srn", "d"),
                                Map.of("__typename", "Item", "srn", "a"),
                                Map.of("__typename", "Item", "srn", "b"))));
        assertThat(answer.at("/data/_entities").toString())
                .isEqualTo("[{\"__typename\":\"Item\",\"srn\":\"b\",\"title\":\"beta_two\"},null,null,"
                        + "{\"__typename\":\"Item\",\"srn\":\"a\",\"title\":\"Alpha 100%\"},"
                        + "{\"__typename\":\"Item\",\"srn\":\"b\",\"title\":\"beta_two\"}]");
        assertThat(statements.messages()).hasSize(1);
    }

    @Test
    void entitiesAreFoundByTheirNumberToo() {
        JsonNode answer = curator.ask(
                "query($r: [_Any!]!) { _entities(representations: $r) { ... on Item { srn } } }",
                Map.of("r", List.of(Map.of("__typename", "Item", "number", 4))));
        assertThat(answer.at("/data/_entities/0/srn").asString()).isEqualTo("d");
    }

    @Test
    void rowRulesDecideWhoSeesWhat() {
        String query = "{ items { totalCount nodes { srn } } item(srn: \"d\") { title } }";
        assertThat(anonymous.data(query).at("/items/totalCount").asInt()).isEqualTo(3);
        assertThat(anonymous.data(query).get("item").isNull()).isTrue();
        assertThat(anonymous
                        .as("stranger", Role.DEPOSITOR)
                        .data(query)
                        .at("/items/totalCount")
                        .asInt())
                .isEqualTo(3);
        assertThat(anonymous
                        .as("ada", Role.PUBLIC)
                        .data(query)
                        .at("/items/totalCount")
                        .asInt())
                .isEqualTo(4);
        assertThat(curator.data(query).at("/item/title").asString()).isEqualTo("hidden");
        assertThat(anonymous.data(query).at("/items/totalCount").asInt()).isEqualTo(3);
    }

    @Test
    void descriptionsTravelAndTheSdlIsStable() {
        String sdl = anonymous.data("{ _service { sdl } }").at("/_service/sdl").asString();
        assertThat(sdl)
                .contains(
                        "How big it is, in \\\"metres\\\"", "@key(fields: \"srn\"", "@link", "type PageInfo @shareable")
                .isEqualTo(anonymous
                        .data("{ _service { sdl } }")
                        .at("/_service/sdl")
                        .asString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { items(first: 1001) { nodes { srn } } }                      | LIMIT_EXCEEDED | at most 1000 rows
            { items(first: -1) { nodes { srn } } }                        | BAD_USER_INPUT | items.first
            { items(first: 1, last: 1) { nodes { srn } } }                | BAD_USER_INPUT | first and last
            { items(after: "x!") { nodes { srn } } }                      | BAD_USER_INPUT | items.after
            { items(orderBy: [{srn: ASC, size: ASC}]) { nodes { srn } } } | BAD_USER_INPUT | items.orderBy[0]
            { items(filter: {title: {eq: null}}) { nodes { srn } } }      | BAD_USER_INPUT | items.filter.title.eq
            { items(filter: {title: {matches: "("}}) { nodes { srn } } }  | BAD_USER_INPUT | regular expression
            { items(first: 1000) { nodes { parts(first: 1000) { nodes { item { srn } } } } } } | LIMIT_EXCEEDED | pages within pages
            """)
    void whatCannotBeAnsweredIsRefusedWithItsPlace(String query, String code, String message) {
        JsonNode error = anonymous.firstError(query);
        assertThat(error.at("/extensions/code").asString()).isEqualTo(code);
        assertThat(error.get("message").asString()).contains(message);
        assertThat(error.at("/path/0").asString()).isEqualTo("items");
    }

    @Test
    void aFilterNestsDeepAndNoDeeper() {
        assertThat(anonymous
                        .data("{ items(filter: " + nots(31) + ") { totalCount } }")
                        .at("/items/totalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(anonymous
                        .firstError("{ items(filter: " + nots(32) + ") { totalCount } }")
                        .at("/extensions/code")
                        .asString())
                .isEqualTo("LIMIT_EXCEEDED");
    }

    private static String nots(int count) {
        return "{not: ".repeat(count) + "{title: {ne: \"beta_two\"}}" + "}".repeat(count);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        String cursor = anonymous
                .data("{ items(first: 1) { pageInfo { endCursor } } }")
                .at("/items/pageInfo/endCursor")
                .asString();
        assertThat(anonymous
                        .firstError("{ items(after: \"" + cursor
                                + "\", orderBy: [{size: ASC}]) { totalCount nodes { srn } } }")
                        .get("message")
                        .asString())
                .contains("another order");
    }
}
