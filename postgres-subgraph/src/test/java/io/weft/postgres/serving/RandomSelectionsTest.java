package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.schema.Selector;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Selections made by chance, as several callers, against one statement over the same tables, asked past row-level security with the access
 * rule in it: keys, counts, and all pages forwards and backwards, with the engine and without. {@code -Dweft.selections=N} asks more, {@code -Dweft.selections.from=S}
 * others.
 */
class RandomSelectionsTest {

    private static final int ITEMS = 60;

    private static final String NODE = """
            { __typename number n: kind owner
              trait { color size item { number } }
              part(first: 2, filter: { gene: { ne: "a" } }, orderBy: [{ rank: DESC }]) {
                totalCount nodes { id gene } edges { cursor } pageInfo { hasNextPage }
              }
              all: part { aggregate { sum { rank } } groups(by: [{ column: gene }]) { key { gene } aggregate { count } } } }""";

    /** A caller, and what they see. */
    private record Caller(Principal principal, String sees) {}

    private static final List<Caller> CALLERS = List.of(
            new Caller(Principal.anonymous(), "i.readable_from <= now()"),
            new Caller(
                    Principal.user("ada", List.of(Role.DEPOSITOR), List.of()),
                    "(i.readable_from <= now() or i.owner = 'ada')"),
            new Caller(Principal.user("eve", List.of(Role.PUBLIC), List.of()), "i.readable_from <= now()"),
            new Caller(Principal.user("cur", List.of(Role.CURATOR), List.of()), "true"));

    private static ScenarioSubgraph subgraph;

    @BeforeAll
    static void start() throws SQLException {
        StringBuilder sql = new StringBuilder("""
                CREATE TABLE item (number integer PRIMARY KEY, owner text NOT NULL, readable_from timestamptz NOT NULL, kind integer,
                  UNIQUE (number, owner, readable_from));
                CREATE TABLE trait (item_number integer PRIMARY KEY REFERENCES item, owner text NOT NULL, readable_from timestamptz NOT NULL,
                  color text, size integer, place vector(2));
                CREATE TABLE part (id integer PRIMARY KEY, item_number integer NOT NULL REFERENCES item, owner text NOT NULL,
                  readable_from timestamptz NOT NULL, gene text, rank integer);
                CREATE INDEX ON trait (size);
                CREATE INDEX ON part (item_number);
                """);
        for (String table : List.of("item", "trait", "part")) {
            sql.append("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY;\n");
            sql.append("CREATE POLICY visible ON " + table
                    + " USING (readable_from <= now() OR owner = (SELECT weft.user_id())"
                    + " OR (SELECT weft.role_rank()) >= 20);\n");
        }
        Random random = new Random(11);
        int part = 0;
        for (int number = 1; number <= ITEMS; number++) {
            String access = "'" + List.of("ada", "bob").get(random.nextInt(2)) + "', '"
                    + (random.nextInt(3) == 0 ? "infinity" : "-infinity") + "'";
            sql.append("INSERT INTO item VALUES (" + number + ", " + access + ", " + small(random) + ");\n");
            if (random.nextInt(4) > 0) {
                String color = random.nextInt(4) == 0
                        ? "NULL"
                        : "'" + List.of("red", "green", "blue").get(random.nextInt(3)) + "'";
                String place =
                        random.nextInt(5) == 0 ? "NULL" : "'[" + random.nextInt(3) + "," + random.nextInt(3) + "]'";
                sql.append("INSERT INTO trait VALUES (" + number + ", " + access + ", " + color + ", " + small(random)
                        + ", " + place + ");\n");
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                String gene = random.nextInt(5) == 0
                        ? "NULL"
                        : "'" + List.of("a", "b", "c", "d").get(random.nextInt(4)) + "'";
                sql.append("INSERT INTO part VALUES (" + ++part + ", " + number + ", " + access + ", " + gene + ", "
                        + small(random) + ");\n");
            }
        }
        subgraph = new ScenarioSubgraph(
                sql.append("ANALYZE").toString(),
                publication -> List.of(Selector.of(publication.type("Item"), "number", "Lab")));
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    private static String small(Random random) {
        return random.nextInt(4) == 0 ? "NULL" : String.valueOf(random.nextInt(5));
    }

    static LongStream seeds() {
        long from = Long.getLong("weft.selections.from", 1);
        return LongStream.range(from, from + Long.getLong("weft.selections", 60));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsSelectedIsWhatIsMeant(long seed) throws SQLException {
        Random random = new Random(seed);
        RandomSelection chance = new RandomSelection(random);
        RandomSelection.Filter filter = chance.filter(4);
        RandomSelection.Order order = chance.order();
        Caller caller = CALLERS.get(random.nextInt(CALLERS.size()));
        KeySet within = random.nextInt(3) > 0 ? null : within(random);
        String where = caller.sees + " and " + filter.sql()
                + (within == null ? "" : " and i.number = any('{" + numbers(within) + "}')");
        List<Integer> all = integers(subgraph.oracle("select coalesce(jsonb_agg(i.number order by " + order.sql()
                + "), '[]')" + " from item i left join trait t on t.item_number = i.number where " + where));
        String arguments = "filter: " + filter.graphQl() + ", orderBy: " + order.graphQl()
                + (within == null ? "" : ", within: \"" + within.encoded() + "\"");

        JsonNode whole = ask("first: 1000, " + arguments, "keys complete count estimate", caller);
        assertThat(keys(whole)).as("%s: %s", seed, arguments).isEqualTo(KeySet.of(ints(all)));
        assertThat(whole.get("complete").asBoolean()).isTrue();
        assertThat(whole.get("count").asInt()).isEqualTo(all.size());
        assertThat(walk(arguments, 3 + random.nextInt(30), caller))
                .as("%s: %s", seed, arguments)
                .isEqualTo(all);
        assertThat(walk(arguments + ", backward: true", 3 + random.nextInt(30), caller))
                .as("%s backward: %s", seed, arguments)
                .isEqualTo(all.reversed());
    }

    /** Whatever is asked of the page's entities is what the same caller is told by their keys. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nodesAreTheEntitiesOfThePage(long seed) {
        Random random = new Random(seed);
        RandomSelection chance = new RandomSelection(random);
        String filter = chance.filter(3).graphQl();
        String order =
                random.nextInt(4) == 0 ? "" : ", orderBy: " + chance.order().graphQl();
        Caller caller = CALLERS.get(random.nextInt(CALLERS.size()));
        KeySet within = random.nextInt(3) > 0 ? null : within(random);
        int first = random.nextInt(25);
        String arguments = "first: " + first + ", backward: " + random.nextBoolean() + ", filter: " + filter + order
                + (within == null ? "" : ", within: \"" + within.encoded() + "\"");
        @Nullable String after = null;
        for (boolean more = true; more; ) {
            String page = arguments + (after == null ? "" : ", after: \"" + after + "\"");
            JsonNode told = ask(page, "entries { key cursor score } complete nodes " + NODE, caller);
            List<Integer> keys = new ArrayList<>();
            for (JsonNode entry : told.get("entries")) {
                keys.add(entry.get("key").asInt());
                after = entry.get("cursor").asString();
            }
            assertThat(told.get("nodes")).as("%s: %s", seed, page).isEqualTo(entities(keys, caller));
            JsonNode set = ask(page, "nodes " + NODE + " keys", caller);
            assertThat(keys(set)).isEqualTo(KeySet.of(ints(keys)));
            assertThat(set.get("nodes"))
                    .as("%s: %s", seed, page)
                    .isEqualTo(entities(keys.stream().sorted().toList(), caller));
            more = first > 0 && !told.get("complete").asBoolean();
        }
    }

    private static JsonNode entities(List<Integer> keys, Caller caller) {
        List<Map<String, Object>> representations = keys.stream()
                .map(key -> Map.<String, Object>of("__typename", "Item", "number", key))
                .toList();
        JsonNode answer = subgraph.ask(
                "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Item " + NODE + " } }",
                Map.of("of", representations),
                caller.principal);
        assertThat(answer.get("errors")).as(answer.toString()).isNull();
        return answer.at("/data/_entities");
    }

    @Test
    void withoutAnOrderACursorIsAKeySoThatOneCanGoOnFromAnothersSelection() {
        Caller curator = CALLERS.getLast();
        JsonNode page = ask("first: 2, after: \"17\"", "entries { key cursor }", curator);
        assertThat(page.get("entries").toString())
                .isEqualTo("[{\"key\":18,\"cursor\":\"18\"},{\"key\":19,\"cursor\":\"19\"}]");
        JsonNode back = ask("first: 2, after: \"17\", backward: true", "entries { key }", curator);
        assertThat(back.get("entries").toString()).isEqualTo("[{\"key\":16},{\"key\":15}]");
        assertThat(keys(ask("first: 2147483646, after: \"57\"", "keys complete", curator)))
                .isEqualTo(KeySet.of(58, 59, 60));
        JsonNode refused =
                BothWays.ask(subgraph, "{ labItemSelection(first: 1, after: \"x\") { complete } }", curator.principal);
        assertThat(refused.at("/errors/0/message").asString()).contains("labItemSelection.after", "a cursor is a key");
    }

    private static KeySet within(Random random) {
        int[] keys = random.ints(random.nextInt(40), 1, ITEMS + 5).toArray();
        return random.nextInt(4) > 0
                ? KeySet.of(keys)
                : KeySet.of(keys).or(KeySet.of(IntStream.range(20, 3000).toArray()));
    }

    private static String numbers(KeySet set) {
        return set.stream().mapToObj(String::valueOf).collect(Collectors.joining(","));
    }

    /** All pages one after the other; each says whether one follows. */
    private static List<Integer> walk(String arguments, int size, Caller caller) {
        List<Integer> walked = new ArrayList<>();
        @Nullable String after = null;
        for (boolean more = true; more; ) {
            JsonNode page = ask(
                    "first: " + size + ", " + arguments + (after == null ? "" : ", after: \"" + after + "\""),
                    "keys complete entries { key cursor score }",
                    caller);
            List<Integer> entries = new ArrayList<>();
            for (JsonNode entry : page.get("entries")) {
                entries.add(entry.get("key").asInt());
                after = entry.get("cursor").asString();
            }
            assertThat(keys(page)).isEqualTo(KeySet.of(ints(entries)));
            walked.addAll(entries);
            more = !page.get("complete").asBoolean();
            assertThat(more && entries.size() < size).isFalse();
        }
        return walked;
    }

    private static JsonNode ask(String arguments, String fields, Caller caller) {
        String document = "{ a: labItemSelection(" + arguments + ") { " + fields + " } }";
        JsonNode answer = BothWays.askOnce(subgraph, document, caller.principal);
        assertThat(answer.get("errors")).as(document).isNull();
        return answer.at("/data/a");
    }

    private static KeySet keys(JsonNode selection) {
        return KeySet.decoded(selection.get("keys").asString()).orElseThrow();
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Integer> integers(JsonNode numbers) {
        List<Integer> all = new ArrayList<>();
        numbers.forEach(number -> all.add(number.asInt()));
        return all;
    }
}
