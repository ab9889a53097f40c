package io.weft.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.selection.KeySet;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The order by text and vector is what fusing two lists in memory gives, each made of the selected records only. */
class HybridSearchTest {

    private static final Principal ADA = Callers.user("ada", Role.DEPOSITOR);
    private static final Principal BOB = Callers.user("bob", Role.DEPOSITOR);
    private static final Principal ADMIN = Callers.user("adam", Role.ADMIN);
    private static final List<String> WORDS = List.of("alpha", "beta", "gamma", "delta");
    private static final int RECORDS = 150;
    private static final int DEPTH = 30;

    private static final Random RANDOM = new Random(11);
    private static final Map<Integer, Indexed> INDEXED = new TreeMap<>();
    private static RunningService service;

    /** What is known of a record; a missing vector is null. */
    private record Indexed(boolean hidden, String text, Map<String, double[]> vectors) {}

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "search",
                SearchServiceApplication.class,
                "weft.search.exact-up-to=60",
                "weft.search.hybrid.depth=" + DEPTH,
                "weft.search.hybrid.k=40");
        for (String vector : List.of("grid", "cloud")) {
            service.as(ADMIN)
                    .ask(
                            "mutation($input: RegisterVectorInput!) { registerVector(input: $input) { name } }",
                            Map.of("input", Map.of("name", vector, "dimension", 2, "distance", "L2")));
        }
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= RECORDS; number++) {
            boolean hidden = RANDOM.nextInt(6) == 0;
            service.records().publish("r-" + number, "ada", hidden ? "infinity" : "-infinity");
            String text = RANDOM.nextInt(8) == 0 ? "" : words();
            Map<String, double[]> vectors = new HashMap<>();
            if (RANDOM.nextInt(8) > 0) {
                vectors.put("grid", new double[] {RANDOM.nextInt(6), RANDOM.nextInt(6)});
                vectors.put("cloud", new double[] {RANDOM.nextInt(1 << 20), RANDOM.nextInt(1 << 20)});
            }
            INDEXED.put(number, new Indexed(hidden, text, vectors));
            String texts = text.isEmpty() ? "" : ",\"texts\":{\"a\":\"" + text + "\"}";
            lines.append("{\"record\":\"urn:osa:localhost:rec:r-" + number + "@1\"" + texts + ",\"vectors\":{"
                    + vectors.entrySet().stream()
                            .map(entry -> "\"" + entry.getKey() + "\":[" + entry.getValue()[0] + ","
                                    + entry.getValue()[1] + "]")
                            .collect(Collectors.joining(","))
                    + "}}\n");
        }
        assertThat(service.post("/bulk/search", service.signed(ADA), "application/x-ndjson", lines.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String words() {
        return IntStream.range(0, 1 + RANDOM.nextInt(5))
                .mapToObj(_ -> WORDS.get(RANDOM.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** @param input the input HybridSearch, as GraphQL writes it */
    private record Search(String vector, double[] to, String word, double textWeight, double vectorWeight, double k) {
        String input() {
            return "{text: {query: \"" + word + "\"}, similarTo: {vector: \"" + vector + "\", to: [" + to[0] + ", "
                    + to[1] + "]}, textWeight: " + textWeight + ", vectorWeight: " + vectorWeight
                    + (k == 40 ? "" : ", k: " + k) + "}";
        }
    }

    private record Question(String filter, Predicate<Indexed> matches) {}

    @Test
    void what_passes_the_filter_is_ranked_and_walked_once() throws SQLException {
        List<String> ways = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            String word = WORDS.get(RANDOM.nextInt(WORDS.size()));
            String filtered = WORDS.get(RANDOM.nextInt(WORDS.size()));
            String found = "{search: {text: {query: \"" + filtered + "\"}}}";
            Question question = List.of(
                            new Question("", _ -> true),
                            new Question(
                                    "filter: " + found + ", ",
                                    record -> record.text().contains(filtered)),
                            new Question(
                                    "filter: {not: " + found + "}, ",
                                    record -> !record.text().contains(filtered)))
                    .get(RANDOM.nextInt(3));
            int part = 1 + RANDOM.nextInt(4);
            KeySet within = RANDOM.nextBoolean()
                    ? KeySet.of(IntStream.rangeClosed(1, RECORDS)
                            .filter(_ -> RANDOM.nextInt(4) < part)
                            .toArray())
                    : KeySet.EMPTY;
            // Of equally near ones, the index may tell any where it stops.
            boolean compared = !within.isEmpty() && within.size() <= 60;
            double scale = compared ? 1 : 200_000;
            Search search = new Search(
                    compared ? "grid" : "cloud",
                    new double[] {scale * RANDOM.nextInt(6), scale * RANDOM.nextInt(6)},
                    word,
                    RANDOM.nextInt(4),
                    RANDOM.nextInt(4),
                    List.of(1.0, 40.0, 60.0).get(RANDOM.nextInt(3)));
            Principal principal = RANDOM.nextBoolean() ? ADA : BOB;
            ways.add(compare(principal, question, search, within));
        }
        assertThat(ways).contains("EXACT", "INDEX");
    }

    private static String compare(Principal principal, Question question, Search search, KeySet within)
            throws SQLException {
        List<Integer> selected = INDEXED.entrySet().stream()
                .filter(entry -> principal.equals(ADA) || !entry.getValue().hidden())
                .filter(entry -> question.matches().test(entry.getValue()))
                .map(Map.Entry::getKey)
                .filter(number -> within.isEmpty() || within.contains(number))
                .toList();
        String arguments = question.filter() + (within.isEmpty() ? "" : "within: \"" + within.encoded() + "\", ")
                + "orderBy: [{search: {hybrid: " + search.input() + "}}], first: " + (5 + RANDOM.nextInt(40));
        List<Integer> walked = new ArrayList<>();
        List<Double> told = new ArrayList<>();
        boolean exact = true;
        String after = "";
        boolean more = true;
        while (more) {
            JsonNode page = selection(principal, arguments + after);
            assertThat(page.get("count").asInt()).as(arguments).isEqualTo(selected.size());
            exact = page.get("recall").asDouble() == 1;
            page.get("entries").valueStream().forEach(entry -> {
                walked.add(entry.get("key").asInt());
                told.add(entry.get("score").asDouble(0));
            });
            more = !page.get("complete").asBoolean();
            after = ", after: \"" + page.path("endCursor").asString("") + "\"";
        }
        Map<Integer, Double> scores = fused(selected, search, exact ? RECORDS : DEPTH);
        assertThat(walked)
                .as(arguments)
                .isEqualTo(selected.stream()
                        .sorted(Comparator.<Integer>comparingDouble(number -> -scores.getOrDefault(number, -1.0))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList());
        for (int i = 0; i < walked.size(); i++) {
            assertThat(told.get(i)).isCloseTo(scores.getOrDefault(walked.get(i), 0.0), within(1e-9));
        }
        return exact ? "EXACT" : "INDEX";
    }

    @Test
    void two_ranks_one_after_the_other_are_walked_in_both_directions() throws SQLException {
        for (Principal principal : List.of(ADA, BOB)) {
            for (String first : WORDS) {
                String second = WORDS.get((WORDS.indexOf(first) + 1) % WORDS.size());
                Map<Integer, Double> firsts = ranks(first);
                Map<Integer, Double> seconds = ranks(second);
                List<Integer> all = INDEXED.entrySet().stream()
                        .filter(entry ->
                                principal.equals(ADA) || !entry.getValue().hidden())
                        .map(Map.Entry::getKey)
                        .sorted(Comparator.<Integer>comparingDouble(number -> -firsts.getOrDefault(number, -1.0))
                                .thenComparingDouble(number -> -seconds.getOrDefault(number, -1.0))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList();
                String order = "orderBy: [{search: {rank: {query: \"" + first + "\"}}}, {search: {rank: {query: \""
                        + second + "\"}}}], first: 7";
                assertThat(walked(principal, order)).as(order).isEqualTo(all);
                assertThat(walked(principal, order + ", backward: true"))
                        .as(order + " backward")
                        .isEqualTo(all.reversed());
            }
        }
    }

    private static List<Integer> walked(Principal principal, String arguments) {
        List<Integer> walked = new ArrayList<>();
        String after = "";
        for (boolean more = true; more; ) {
            JsonNode page = selection(principal, arguments + after);
            page.get("entries").forEach(entry -> walked.add(entry.get("key").asInt()));
            more = !page.get("complete").asBoolean();
            after = ", after: \"" + page.path("endCursor").asString("") + "\"";
        }
        return walked;
    }

    private static Map<Integer, Double> fused(List<Integer> selected, Search search, int depth) throws SQLException {
        Map<Integer, Double> ranks = ranks(search.word());
        List<Integer> byText = selected.stream()
                .filter(ranks::containsKey)
                .sorted(Comparator.<Integer>comparingDouble(number -> -ranks.getOrDefault(number, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Integer> byVector = selected.stream()
                .filter(number -> vector(number, search) != null)
                .sorted(Comparator.<Integer>comparingDouble(number -> distance(number, search))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(depth)
                .toList();
        Map<Integer, Double> scores = new HashMap<>();
        for (int i = 0; i < byText.size(); i++) {
            scores.merge(byText.get(i), search.textWeight() / (search.k() + i + 1), Double::sum);
        }
        for (int i = 0; i < byVector.size(); i++) {
            scores.merge(byVector.get(i), search.vectorWeight() / (search.k() + i + 1), Double::sum);
        }
        return scores;
    }

    private static double @Nullable [] vector(int number, Search search) {
        return Objects.requireNonNull(INDEXED.get(number)).vectors().get(search.vector());
    }

    private static double distance(int number, Search search) {
        double[] vector = Objects.requireNonNull(vector(number, search));
        return Math.hypot(vector[0] - search.to()[0], vector[1] - search.to()[1]);
    }

    private static Map<Integer, Double> ranks(String word) throws SQLException {
        Map<Integer, Double> ranks = new HashMap<>();
        try (Connection connection =
                        service.database().connect(service.database().owner("search"));
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT record_number, ts_rank_cd(document, to_tsquery('english', '"
                                + word + "')) FROM search.documents WHERE document @@ to_tsquery('english', '" + word
                                + "')")) {
            while (rows.next()) {
                ranks.put(rows.getInt(1), rows.getDouble(2));
            }
        }
        return ranks;
    }

    private static JsonNode selection(Principal principal, String arguments) {
        JsonNode answer = service.query(
                principal,
                "{ s: searchRecordSelection(" + arguments
                        + ") { complete count recall endCursor entries { key score } } }");
        assertThat(answer.path("errors").isMissingNode())
                .as("%s: %s", arguments, answer)
                .isTrue();
        return answer.path("data").path("s");
    }

    @Test
    void a_cursor_of_another_order_and_weights_beyond_reason_are_refused() {
        String order =
                "orderBy: [{search: {hybrid: {text: {query: \"alpha\"}, similarTo: {vector: \"grid\", to: [1, 1]}";
        assertThat(message(order + "}}}], first: 3, after: \"7\"")).contains("after: \"7\" is no cursor");
        assertThat(message(order + ", textWeight: -1}}}], first: 3"))
                .contains("search.hybrid.textWeight is 0 to 1000, not -1.0");
        assertThat(message(order + ", k: 0}}}], first: 3")).contains("search.hybrid.k is 1 to 1000, not 0.0");
    }

    private static String message(String arguments) {
        return service.query(BOB, "{ searchRecordSelection(" + arguments + ") { count entries { key } } }")
                .path("errors")
                .path(0)
                .path("message")
                .asString();
    }
}
