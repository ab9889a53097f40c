package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.postgres.serving.RandomQuestion.Filter;
import io.weft.postgres.serving.RandomQuestion.Order;
import io.weft.postgres.serving.RandomQuestion.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Filters and orders made by chance over things and their parts, full of nulls and ties, against the same rows in memory: all pages
 * walked forwards and backwards give every row once, in order, and totals and groups are of the same rows. {@code -Dweft.questions=N} asks
 * more, {@code -Dweft.questions.from=S} others; a failure names its seed.
 */
class RandomQuestionsTest {

    private static final int THINGS = 25;
    private static final int PARTS = 40;

    private static final List<Row> things = new ArrayList<>();
    private static final List<Row> parts = new ArrayList<>();
    private static ScenarioSubgraph subgraph;

    @BeforeAll
    static void start() throws SQLException {
        Random random = new Random(7);
        StringBuilder sql = new StringBuilder("""
                CREATE TABLE thing (id integer PRIMARY KEY, number integer, word text, size double precision);
                CREATE TABLE part (id integer PRIMARY KEY, thing_id integer REFERENCES thing, number integer, word text, size double precision);
                """);
        for (int id = 1; id <= THINGS; id++) {
            Row row = row(random, id, null);
            things.add(row);
            sql.append("INSERT INTO thing VALUES (" + id + values(row) + ");\n");
        }
        for (int id = 1; id <= PARTS; id++) {
            Row thing = random.nextInt(6) == 0 ? null : things.get(random.nextInt(THINGS / 2));
            Row row = row(random, id, thing);
            parts.add(row);
            if (thing != null) {
                thing.parts().add(row);
            }
            sql.append("INSERT INTO part VALUES (" + id + ", " + (thing == null ? "NULL" : thing.id()) + values(row)
                    + ");\n");
        }
        subgraph = new ScenarioSubgraph(sql.append("SELECT 1").toString());
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    private static Row row(Random random, int id, @Nullable Row thing) {
        Integer number = random.nextInt(4) == 0 ? null : random.nextInt(4);
        String word = random.nextInt(4) == 0
                ? null
                : List.of("a", "aa", "ab", "b", "bab").get(random.nextInt(5));
        Double size = random.nextInt(4) == 0 ? null : random.nextInt(3) + 0.5;
        return new Row(id, number, word, size, new ArrayList<>(), thing);
    }

    private static String values(Row row) {
        return ", " + row.number() + ", " + (row.word() == null ? null : "'" + row.word() + "'") + ", " + row.size();
    }

    static LongStream seeds() {
        long from = Long.getLong("weft.questions.from", 1);
        return LongStream.range(from, from + Long.getLong("weft.questions", 150));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsFoundIsWhatIsMeant(long seed) {
        Random random = new Random(seed);
        RandomQuestion question = new RandomQuestion(random);
        boolean ofThings = random.nextBoolean();
        Filter filter = question.filter(ofThings, 4);
        Order order = question.order(ofThings);
        String root = ofThings ? "thing" : "part";
        List<Row> found = (ofThings ? things : parts)
                .stream().filter(filter.meaning()).sorted(order.meaning()).toList();
        String arguments = "filter: " + filter.graphQl() + ", orderBy: " + order.graphQl();

        for (String direction : List.of("first", "last")) {
            List<Integer> walked = walk(root, arguments, direction, 1 + random.nextInt(9), found.size());
            assertThat(walked)
                    .as("%s: %s(%s) by %s", seed, root, arguments, direction)
                    .isEqualTo(found.stream().map(Row::id).toList());
        }
        int offset = random.nextInt(5);
        JsonNode jumped = ask("{ a: " + root + "(" + arguments + ", first: 3, offset: " + offset
                        + ") { nodes { id } groups(by: [{column: word}], first: 100) { key { word } aggregate { count } } } }")
                .get("a");
        assertThat(ids(jumped.get("nodes")))
                .as("%s: %s(%s) from %s", seed, root, arguments, offset)
                .isEqualTo(found.stream().skip(offset).limit(3).map(Row::id).toList());
        assertThat(groups(jumped))
                .as("%s: groups of %s(%s)", seed, root, arguments)
                .isEqualTo(found.stream()
                        .collect(Collectors.groupingBy(row -> String.valueOf(row.word()), Collectors.counting())));
    }

    private static Map<String, Long> groups(JsonNode connection) {
        Map<String, Long> groups = new LinkedHashMap<>();
        connection
                .get("groups")
                .forEach(group -> groups.put(
                        group.at("/key/word").isNull()
                                ? "null"
                                : group.at("/key/word").asString(),
                        group.at("/aggregate/count").asLong()));
        return groups;
    }

    /** The ids of all pages, one after the other, in the order of the rows. */
    private static List<Integer> walk(String root, String arguments, String direction, int size, int total) {
        boolean forward = direction.equals("first");
        List<Integer> walked = new ArrayList<>();
        String place = "";
        for (boolean more = true; more; ) {
            JsonNode page = ask("{ a: " + root + "(" + arguments + ", " + direction + ": " + size + place
                            + ") { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }")
                    .get("a");
            assertThat(page.get("totalCount").asInt())
                    .as("%s(%s)", root, arguments)
                    .isEqualTo(total);
            walked.addAll(forward ? walked.size() : 0, ids(page.get("nodes")));
            JsonNode info = page.get("pageInfo");
            more = info.get(forward ? "hasNextPage" : "hasPreviousPage").asBoolean();
            place = forward ? ", after: " + info.get("endCursor") : ", before: " + info.get("startCursor");
        }
        return walked;
    }

    private static JsonNode ask(String document) {
        JsonNode answer = subgraph.ask(document, Map.of(), Principal.anonymous());
        assertThat(answer.get("errors")).as(document).isNull();
        return answer.get("data");
    }

    private static List<Integer> ids(JsonNode nodes) {
        List<Integer> ids = new ArrayList<>();
        nodes.forEach(node -> ids.add(node.get("id").asInt()));
        return ids;
    }
}
