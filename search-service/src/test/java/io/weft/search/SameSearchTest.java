package io.weft.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.sql.KnownMatches;
import io.weft.service.testing.Callers;
import io.weft.service.testing.LoggedLines;
import io.weft.service.testing.RunningService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions of search as a gateway writes them, again and again with other values: what is compiled for one answers all that are like it, and
 * answers as the engine of a service does that compiles each anew, by the same statements.
 */
class SameSearchTest {

    private static final Principal ADA = Callers.user("ada", Role.DEPOSITOR);
    private static final Principal BOB = Callers.user("bob", Role.DEPOSITOR);
    private static final Principal ADMIN = Callers.user("adam", Role.ADMIN);
    private static final int RECORDS = 120;
    private static final Map<String, String> TYPES = Map.of(
            "filter", "SearchRecordFilter",
            "orderBy", "[SearchRecordOrder!]",
            "within", "KeySet",
            "backward", "Boolean!",
            "first", "Int!",
            "after", "String");

    private static RunningService service;
    private static RunningService forgetful;

    /** Keeps nothing that it compiled. */
    @Configuration(proxyBeanMethods = false)
    @Import(SearchServiceApplication.class)
    static class Forgetful {
        @Bean
        @Primary
        KnownMatches nothing() {
            return new KnownMatches(new TableName("records", "records"), "number", 0);
        }
    }

    @BeforeAll
    static void start() {
        String[] settings = {
            "weft.search.exact-up-to=60",
            "weft.search.recall-samples=0",
            "weft.search.hybrid.depth=30",
            "weft.remember.for-at-most=0s"
        };
        service = RunningService.start("search", SearchServiceApplication.class, settings);
        forgetful = RunningService.start("search", Forgetful.class, service.database(), settings);
        for (String vector : List.of("grid", "cloud")) {
            service.as(ADMIN)
                    .ask(
                            "mutation($input: RegisterVectorInput!) { registerVector(input: $input) { name } }",
                            Map.of("input", Map.of("name", vector, "dimension", 2, "distance", "L2")));
        }
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= RECORDS; number++) {
            service.records().publish("r-" + number, "ada", number % 6 == 0 ? "infinity" : "-infinity");
            String place = "[" + number * 37 % 101 + "," + number * 53 % 97 + "]";
            lines.append("{\"record\":\"urn:osa:localhost:rec:r-" + number + "@1\",\"texts\":{\"a\":\"sample red"
                    + number % 4 + " blue" + number % 7 + "\"}"
                    + (number % 8 == 0 ? "" : ",\"vectors\":{\"grid\":" + place + ",\"cloud\":" + place + "}") + "}\n");
        }
        assertThat(service.post("/bulk/search", service.signed(ADA), "application/x-ndjson", lines.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        forgetful.close();
        service.close();
    }

    private static String document(String arguments, String fields) {
        List<String> definitions = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (String argument : arguments.split(" ")) {
            definitions.add("$weft__" + argument + ": " + TYPES.get(argument));
            given.add(argument + ": $weft__" + argument);
        }
        return "query (" + String.join(", ", definitions) + ") { selection: searchRecordSelection("
                + String.join(", ", given) + ") {" + fields + " } }";
    }

    private static Map<String, @Nullable Object> given(@Nullable Object... pairs) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            variables.put("weft__" + pairs[i], pairs[i + 1]);
        }
        return variables;
    }

    private static Map<String, Object> text(String query) {
        return Map.of("search", Map.of("text", Map.of("query", query)));
    }

    private static List<Object> by(String name, Object order) {
        return List.of(Map.of("search", Map.of(name, order)));
    }

    private static Map<String, Object> near(String vector, int x, int y) {
        return Map.of("vector", vector, "to", List.of(x, y));
    }

    private static String keys(int from, int to) {
        return KeySet.of(IntStream.rangeClosed(from, to).toArray()).encoded();
    }

    /** @param type one that the engine answers, or {@code application/json} */
    private static JsonNode answer(
            RunningService asked,
            Principal caller,
            String document,
            Map<String, @Nullable Object> variables,
            String type) {
        HttpResponse<String> answer = asked.post(
                "/graphql",
                service.signed(caller),
                type,
                JsonMapper.shared().writeValueAsString(Map.of("query", document, "variables", variables)));
        return JsonMapper.shared().readTree(answer.body());
    }

    private static long answeredByTheEngine() {
        return service.bean(MeterRegistry.class).find("graphql.request").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    /** Without those that read which vectors there are, once. */
    private static List<String> selecting(LoggedLines statements) {
        return statements.messages().stream()
                .filter(text -> !text.contains("FROM search.vectors "))
                .toList();
    }

    /** Both ways, the short one twice, for who sees all and who does not. */
    private static JsonNode ask(String document, Map<String, @Nullable Object> variables) {
        JsonNode last = answer(service, BOB, document, variables, "application/json");
        for (Principal caller : List.of(ADA, BOB)) {
            try (LoggedLines statements = LoggedLines.ofStatements()) {
                JsonNode engines = answer(forgetful, caller, document, variables, "application/json;charset=us-ascii");
                List<String> texts = selecting(statements);
                long before = answeredByTheEngine();
                for (int time = 0; time < 2; time++) {
                    statements.forget();
                    last = answer(service, caller, document, variables, "application/json");
                    assertThat(last).as("%s with %s", document, variables).isEqualTo(engines);
                    assertThat(selecting(statements)).isEqualTo(texts);
                }
                assertThat(answeredByTheEngine() - before)
                        .as("%s with %s", document, variables)
                        .isEqualTo(engines.has("errors") ? 2 : 0);
            }
        }
        return last;
    }

    /** So many forms are compiled for all of it, and to make it. */
    private static void areOf(int forms, String document, Supplier<List<Map<String, @Nullable Object>>> each) {
        long before = service.bean(KnownMatches.class).kept();
        each.get()
                .forEach(variables -> assertThat(ask(document, variables).has("errors"))
                        .as("%s with %s", document, variables)
                        .isFalse());
        assertThat(service.bean(KnownMatches.class).kept() - before)
                .as(document)
                .isEqualTo(forms);
    }

    @Test
    void a_filter_of_other_words_within_other_keys_is_the_same_form() {
        List<Map<String, @Nullable Object>> each = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, Object> called =
                    Map.of("search", Map.of("name", Map.of("similarTo", "sampel red" + i, "threshold", 0.4 + i * 0.1)));
            Map<String, Object> filter = Map.of("or", List.of(text("red" + i), Map.of("not", text("blue1")), called));
            each.add(given("filter", filter, "within", keys(i, 50 + 10 * i), "first", 10 + i));
        }
        areOf(1, document("filter within first", " keys complete count estimate"), () -> each);
        areOf(1, document("filter within first", " complete entries { key cursor score }"), () -> each);
    }

    @Test
    void all_keys_need_no_order_and_some_do() {
        areOf(
                2,
                document("filter first", " keys complete"),
                () -> List.of(
                        given("filter", text("red1"), "first", 3),
                        given("filter", text("red2"), "first", 1 << 30),
                        given("filter", text("red3"), "first", 100),
                        given("filter", text("red0"), "first", Integer.MAX_VALUE - 1)));
    }

    @Test
    void pages_in_an_order_by_match_are_of_the_form_of_the_page_before() {
        String document = document("orderBy backward first after", " complete entries { key score } endCursor");
        for (boolean backward : List.of(false, true)) {
            // The first page, and those after a cursor with a score and without one.
            areOf(
                    3,
                    document,
                    () -> Stream.of("red1", "red2", "red3")
                            .flatMap(word -> walked(
                                    document,
                                    given(
                                            "orderBy",
                                            by("rank", Map.of("query", word)),
                                            "backward",
                                            backward,
                                            "first",
                                            30)))
                            .toList());
        }
    }

    @Test
    void the_nearest_of_other_vectors_are_found_by_the_same_forms() {
        String fields = " complete entries { key cursor score } endCursor recall";
        areOf(
                1,
                document("orderBy within first", fields),
                () -> IntStream.range(0, 3)
                        .mapToObj(i -> given("orderBy", near(i), "within", keys(5 * i, 40 + 5 * i), "first", 7))
                        .toList());
        String pages = document("orderBy first after", fields);
        // About how many there are; of the index, the first ones and those without what was given; what is left,
        // compared.
        areOf(
                4,
                pages,
                () -> IntStream.range(0, 3)
                        .boxed()
                        .flatMap(i -> walked(pages, given("orderBy", near(i), "first", 25 + i)))
                        .toList());
    }

    private static List<Object> near(int i) {
        return by("similarTo", near("grid", 10 * i, 7 * i));
    }

    @Test
    void fusions_of_other_searches_are_found_by_the_same_forms() {
        String fields = " complete count entries { key cursor score } endCursor recall";
        areOf(
                1,
                document("orderBy within first", fields),
                () -> IntStream.range(0, 3)
                        .mapToObj(i -> given("orderBy", fused(i), "within", keys(i, 50), "first", 9))
                        .toList());
        String pages = document("filter orderBy first after", fields);
        // About how many there are; the first ones, and those behind one with points and behind one without.
        areOf(
                4,
                pages,
                () -> IntStream.range(0, 3)
                        .boxed()
                        .flatMap(i -> walked(
                                pages,
                                given("filter", Map.of("not", text("nothing" + i)), "orderBy", fused(i), "first", 30)))
                        .toList());
    }

    private static List<Object> fused(int i) {
        return by(
                "hybrid",
                Map.of(
                        "text",
                        Map.of("query", "red" + i),
                        "similarTo",
                        near("cloud", 9 * i, 40),
                        "textWeight",
                        i + 0.5));
    }

    @Test
    void what_is_near_to_a_record_is_of_the_form_of_what_is_near_to_numbers() {
        String document = document("orderBy within first", " entries { key }");
        List<Map<String, @Nullable Object>> each = new ArrayList<>();
        each.add(given("orderBy", by("similarTo", near("cloud", 1, 2)), "within", keys(1, 30), "first", 5));
        for (int record = 1; record < 4; record++) {
            Map<String, Object> to = Map.of("vector", "cloud", "record", "urn:osa:localhost:rec:r-" + record + "@1");
            each.add(given("orderBy", by("similarTo", to), "within", keys(1, 30), "first", 5));
        }
        areOf(1, document, () -> each);
    }

    @Test
    void what_is_wrong_is_refused_in_the_same_words_though_its_like_is_known() {
        String document = document("orderBy first after", " complete count entries { key } endCursor");
        Map<String, @Nullable Object> known = given("orderBy", by("rank", Map.of("query", "red1")), "first", 3);
        Map<String, @Nullable Object> next = new LinkedHashMap<>(known);
        String cursor = ask(document, known).at("/data/selection/endCursor").asString();
        next.put("weft__after", cursor);
        assertThat(ask(document, next).has("errors")).isFalse();
        for (Map<String, @Nullable Object> wrong : List.of(
                given("orderBy", by("rank", Map.of("query", "red2")), "first", 3, "after", cursor),
                given("orderBy", by("name", Map.of("similarTo", "red1")), "first", 3, "after", cursor),
                given("orderBy", by("rank", Map.of("query", "red1")), "first", -1, "after", cursor),
                given("orderBy", by("rank", Map.of("query", "red1")), "first", 3, "after", cursor + "x"),
                given("orderBy", by("rank", Map.of("query", "red1", "language", "klingon")), "first", 3),
                given("orderBy", by("similarTo", Map.of("vector", "grid", "to", List.of(1))), "first", 3),
                given("orderBy", by("similarTo", Map.of("vector", "taste", "to", List.of(1))), "first", 3),
                given("orderBy", by("similarTo", Map.of("vector", "grid", "record", "nobody")), "first", 3))) {
            assertThat(ask(document, wrong).at("/errors/0/message").asString())
                    .as("%s", wrong)
                    .doesNotContain("Given");
        }
        next.put("weft__orderBy", by("rank", Map.of("query", "red2")));
        assertThat(ask(document, next).at("/errors/0/message").asString()).contains("another order");
    }

    /** The variables of each page of a walk. */
    private static Stream<Map<String, @Nullable Object>> walked(String document, Map<String, @Nullable Object> first) {
        List<Map<String, @Nullable Object>> pages = new ArrayList<>();
        Map<String, @Nullable Object> page = new LinkedHashMap<>(first);
        for (boolean more = true; more; ) {
            pages.add(page);
            JsonNode selection =
                    answer(service, BOB, document, page, "application/json").at("/data/selection");
            assertThat(selection.isMissingNode()).isFalse();
            more = !selection.get("complete").asBoolean();
            page = new LinkedHashMap<>(first);
            page.put("weft__after", selection.get("endCursor").asString(""));
        }
        assertThat(pages).hasSizeGreaterThan(2);
        return pages.stream();
    }
}
