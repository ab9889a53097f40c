package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.postgres.serving.PageWalk.Key;
import io.weft.service.testing.RunningService;
import io.weft.service.testing.ServiceClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages of every order against the same order in one statement, by rows whose sort values are the hard ones. */
class PagingMatrixTest {

    private static RunningService service;
    private static ServiceClient client;
    private static final List<Integer> SIZES = List.of(1, 2, 3, 7);
    private static final int ROWS = 12;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException, IOException {
        service = ItemService.start();
        client = service.as(Principal.anonymous());
        connection = service.database().connect(service.database().superuser());
        try (InputStream rows = PagingMatrixTest.class.getResourceAsStream("/sort-values/rows.sql")) {
            execute(new String(Objects.requireNonNull(rows).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        service.close();
    }

    static List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (String name : List.of("word", "size", "amount", "seen")) {
            for (String order : List.of("ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST")) {
                keys.add(new Key(name, name, order));
                keys.add(new Key(name + "Set", name + "_set", order));
            }
        }
        return keys;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void everyRowComesOnceAndInOrder(Key first) throws SQLException {
        List<PageWalk> walks = new ArrayList<>();
        walks.addAll(walks(List.of(first), SIZES));
        int pair = 0;
        for (Key second : keys()) {
            if (!second.column().equals(first.column()) && !first.isSaidTwice() && !second.isSaidTwice()) {
                walks.addAll(walks(List.of(first, second), pair++ % 2 == 0 ? List.of(1, 7) : List.of(2, 3)));
            }
        }
        PageWalk.all(client, walks);
    }

    private static List<PageWalk> walks(List<Key> order, List<Integer> sizes) throws SQLException {
        List<Long> ids = ids(order);
        assertThat(ids).hasSize(ROWS).doesNotHaveDuplicates();
        return sizes.stream()
                .flatMap(size -> Stream.of(new PageWalk(order, ids, size, false), new PageWalk(order, ids, size, true)))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void rowsThatComeBetweenTwoPagesLoseAndRepeatNothing(Key first) throws SQLException {
        List<Key> order = List.of(first);
        List<Long> before = ids(order);
        JsonNode page = samples(order, "first: 5");
        JsonNode last = samples(order, "last: 5");
        assertThat(ids(page)).isEqualTo(before.subList(0, 5));
        assertThat(ids(last)).isEqualTo(before.subList(ROWS - 5, ROWS));
        try {
            copyOnBothSides(before.getFirst(), before.get(4), before.get(ROWS - 5), before.getLast());
            List<Long> after = ids(order);
            String end = page.at("/pageInfo/endCursor").asString();
            assertThat(ids(samples(order, "first: 100, after: \"" + end + "\"")))
                    .as("after the first page by %s", order)
                    .isEqualTo(after.subList(after.indexOf(before.get(4)) + 1, after.size()))
                    .containsSubsequence(before.subList(5, ROWS))
                    .doesNotContainAnyElementsOf(before.subList(0, 5));
            String start = last.at("/pageInfo/startCursor").asString();
            assertThat(ids(samples(order, "last: 100, before: \"" + start + "\"")))
                    .as("before the last page by %s", order)
                    .isEqualTo(after.subList(0, after.indexOf(before.get(ROWS - 5))))
                    .containsSubsequence(before.subList(0, ROWS - 5))
                    .doesNotContainAnyElementsOf(before.subList(ROWS - 5, ROWS));
        } finally {
            execute("DELETE FROM records.sample WHERE abs(id) >= 100");
        }
    }

    /** Rows that differ from these in nothing but the last key, one before and one after each. */
    private static void copyOnBothSides(Long... ids) throws SQLException {
        execute(
                "INSERT INTO records.sample SELECT side * (100 + id), word, word_set, size, size_set, amount, amount_set,"
                        + " seen, seen_set, weight FROM records.sample, unnest(ARRAY[-1, 1]) AS side WHERE id IN "
                        + List.of(ids).toString().replace('[', '(').replace(']', ')'));
    }

    @ParameterizedTest(name = "real {0}")
    @ValueSource(strings = {"ASC", "DESC"})
    void aValueOfSinglePrecisionIsItsOwnPlace(String direction) throws SQLException {
        PageWalk.all(client, walks(List.of(new Key("weight", "weight", direction)), SIZES));
    }

    @Test
    void aPageBetweenTwoCursorsKnowsOfTheRowsOnBothSides() throws SQLException {
        List<Key> order = List.of(new Key("size", "size", "DESC"));
        List<Long> ids = ids(order);
        JsonNode edges = samples(order, "first: 100").get("edges");
        String between = "after: \"" + edges.get(1).get("cursor").asString() + "\", before: \""
                + edges.get(6).get("cursor").asString() + "\"";
        for (String size : List.of("first: 2", "first: 4", "last: 2", "last: 4")) {
            JsonNode page = samples(order, size + ", " + between);
            int count = size.endsWith("2") ? 2 : 4;
            int from = size.startsWith("first") ? 2 : 6 - count;
            assertThat(ids(page)).as(size).isEqualTo(ids.subList(from, from + count));
            assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).as(size).isTrue();
            assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean())
                    .as(size)
                    .isTrue();
        }
    }

    @Test
    void anyDamageToACursorIsAnError() {
        String cursor = samples(List.of(new Key("word", "word", "ASC")), "first: 1")
                .at("/pageInfo/endCursor")
                .asString();
        for (int i = 0; i < cursor.length() - 1; i++) {
            String damaged = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            assertRefused("[{word: ASC}]", damaged, "is no cursor of this connection");
            assertRefused("[{word: ASC}]", cursor.substring(0, i), "is no cursor of this connection");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[{word: DESC}]",
                "[{word: ASC_NULLS_FIRST}]",
                "[{wordSet: ASC}]",
                "[]",
                "[{word: ASC}, {size: ASC}]"
            })
    void aCursorOfAnotherOrderIsAnError(String order) {
        String cursor = samples(List.of(new Key("word", "word", "ASC")), "first: 1")
                .at("/pageInfo/endCursor")
                .asString();
        assertRefused(order, cursor, "another order");
    }

    @Test
    void aCursorOfAnotherTypeIsAnErrorThoughTheColumnsAreCalledTheSame() {
        String sample = client.data("{ samples(first: 1) { pageInfo { endCursor } } }")
                .at("/samples/pageInfo/endCursor")
                .asString();
        assertThat(client.firstError("{ parts(after: \"" + sample + "\") { nodes { name } } }")
                        .get("message")
                        .asString())
                .contains("parts.after", "another order");
    }

    @Test
    void aForgedCursorIsTheCallersErrorAndNoFaultOfOurs() {
        String byKey = nameOf("[]");
        assertRefused("[]", forged("[\"" + byKey + "\",\"abc\"]"), "abc");
        assertRefused("[]", forged("[\"" + byKey + "\",null]"), "is no cursor of this connection");
        assertRefused("[]", forged("[\"" + byKey + "\"]"), "is no cursor of this connection");
        assertRefused("[]", forged("[]"), "another order");
        assertRefused("[]", forged("null"), "another order");
        assertRefused("[]", forged("{\"a\":1}"), "is no cursor of this connection");
        assertRefused(
                "[{wordSet: DESC}]",
                forged("[\"" + nameOf("[{wordSet: DESC}]") + "\",null,\"1\"]"),
                "is no cursor of this connection");
    }

    /** What an order is called within its cursors. */
    private String nameOf(String orderBy) {
        String cursor = client.data("{ samples(orderBy: " + orderBy + ", first: 1) { pageInfo { endCursor } } }")
                .at("/samples/pageInfo/endCursor")
                .asString();
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        return JsonMapper.shared()
                .readTree(bytes, Integer.BYTES, bytes.length - Integer.BYTES)
                .get(0)
                .asString();
    }

    private static String forged(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return Base64.getUrlEncoder()
                .encodeToString(ByteBuffer.allocate(4 + bytes.length)
                        .putInt((int) checksum.getValue())
                        .put(bytes)
                        .array());
    }

    private void assertRefused(String orderBy, String cursor, String message) {
        for (String page : List.of("first: 1, after", "last: 1, before")) {
            JsonNode error = client.firstError(
                    "{ samples(orderBy: " + orderBy + ", " + page + ": \"" + cursor + "\") { nodes { id } } }");
            assertThat(error.get("message").asString()).contains(message);
            assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void aMomentWithoutADateIsAValueLikeOthers() throws SQLException {
        JsonNode answer = client.ask("{ samples(orderBy: [{seen: ASC}]) { nodes { id seen } } }", Map.of());
        List<Long> ids = new ArrayList<>();
        answer.at("/data/samples/nodes").forEach(node -> ids.add(node.get("id").asLong()));
        assertThat(ids).isEqualTo(ids(List.of(new Key("seen", "seen", "ASC"))));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.toString())
                .contains(
                        "\"2020-01-01T00:00:00.000001Z\"",
                        "\"2020-01-01T00:00:00.000002Z\"",
                        "\"infinity\"",
                        "\"-infinity\"");
    }

    private JsonNode samples(List<Key> order, String page) {
        return client.data("{ samples(orderBy: " + Key.graphQl(order) + ", " + page
                        + ") { edges { cursor node { id } }"
                        + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }")
                .get("samples");
    }

    private static List<Long> ids(JsonNode connection) {
        List<Long> ids = new ArrayList<>();
        connection.get("edges").forEach(edge -> ids.add(edge.at("/node/id").asLong()));
        return ids;
    }

    private static List<Long> ids(List<Key> order) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM records.sample ORDER BY " + Key.sql(order))) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
