package io.weft.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.RootFields;
import io.weft.contracts.selection.KeySet;
import io.weft.service.testing.AtOnce;
import io.weft.service.testing.Callers;
import io.weft.service.testing.LoggedLines;
import io.weft.service.testing.RunningService;
import io.weft.service.testing.UntrustedHeaders;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchServiceTest {

    private static final Principal ADA = Callers.user("ada", Role.DEPOSITOR);
    private static final Principal BOB = Callers.user("bob", Role.DEPOSITOR);
    private static final Principal CURATOR = Callers.user("cleo", Role.CURATOR);
    private static final Principal ADMIN = Callers.user("adam", Role.ADMIN);
    private static final Principal NOBODY = Principal.anonymous();
    private static final String SEARCH = """
            query($text: String!, $first: Int, $after: String) {
              searchRecords(text: $text, first: $first, after: $after) {
                totalCount
                edges { cursor score snippet node { srn } }
                pageInfo { hasNextPage hasPreviousPage endCursor }
              }
            }""";
    private static final String NEAREST = """
            query($vector: String!, $to: NearestTo!, $first: Int) {
              nearestRecords(vector: $vector, to: $to, first: $first) { method hits { distance record { srn } } }
            }""";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start("search", SearchServiceApplication.class, "weft.search.exact-up-to=50");
        register("colour", 3, "L2");
        for (String id : List.of("open-a", "open-b", "open-c")) {
            service.records().publish(id, "ada", "-infinity");
        }
        service.records().publish("secret", "ada", "infinity");
        service.records().publish("embargoed", "ada", "2100-01-01T00:00:00Z");
        service.records().publish("bobs", "bob", "-infinity");
        HttpResponse<String> loaded = bulk(ADA, """
                {"record":"urn:osa:localhost:rec:open-a@1","texts":{"a":"Spiral galaxy","d":"seen in autumn"},"vectors":{"colour":[0,0,0]}}
                {"record":"urn:osa:localhost:rec:open-b@1","language":"english","texts":{"d":"a galaxy of stars"},"vectors":{"colour":[1,0,0]}}

                {"record":"urn:osa:localhost:rec:open-c@1","texts":{"b":"nebula"},"vectors":{"colour":[3,0,0]}}
                {"record":"urn:osa:localhost:rec:secret@1","texts":{"a":"secret galaxy galaxy"},"vectors":{"colour":[0.1,0,0]}}
                {"record":"urn:osa:localhost:rec:embargoed@1","texts":{"a":"embargoed galaxy galaxy"},"vectors":{"colour":[0.2,0,0]}}
                """);
        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
        assertThat(loaded.body()).contains("\"lines\":5");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void no_schema_and_no_hook_can_take_the_name_of_a_root_field() {
        assertThat(service.query(NOBODY, "{ __schema { queryType { fields { name } } } }")
                        .at("/data/__schema/queryType/fields")
                        .valueStream()
                        .map(field -> field.path("name").asString())
                        .filter(name -> !name.startsWith("_")))
                .isNotEmpty()
                .isSubsetOf(RootFields.OF_THE_ARCHIVE);
    }

    @Test
    void headers_that_the_gateway_did_not_sign_for_this_service_and_moment_are_refused() {
        for (String path : List.of("/graphql", "/bulk/search")) {
            UntrustedHeaders.sentTo(service, path).forEach((wrong, answer) -> {
                assertThat(answer.statusCode()).as("%s at %s", wrong, path).isEqualTo(401);
                assertThat(answer.body()).as("%s at %s", wrong, path).contains("TRUSTED_HEADERS_");
            });
        }
    }

    @Test
    void hits_come_by_rank_with_the_words_marked() {
        JsonNode found = search(BOB, "galaxies", 20, null);
        assertThat(found.path("totalCount").asInt()).isEqualTo(2);
        assertThat(srns(found)).containsExactly("open-a", "open-b");
        JsonNode first = found.path("edges").path(0);
        assertThat(first.path("snippet").asString()).contains("Spiral «galaxy»");
        assertThat(first.path("score").asDouble())
                .isGreaterThan(found.path("edges").path(1).path("score").asDouble());
    }

    @Test
    void what_the_caller_may_not_see_takes_no_part_in_hits_and_totals() {
        for (Principal principal : List.of(NOBODY, BOB)) {
            JsonNode found = search(principal, "galaxy", 20, null);
            assertThat(srns(found)).containsExactlyInAnyOrder("open-a", "open-b");
            assertThat(found.path("totalCount").asInt()).isEqualTo(2);
            assertThat(nearest(principal, Map.of("vector", List.of(0, 0, 0)), 10))
                    .containsExactly("open-a", "open-b", "open-c");
        }
        for (Principal principal : List.of(ADA, CURATOR)) {
            JsonNode found = search(principal, "galaxy", 20, null);
            assertThat(srns(found)).containsExactlyInAnyOrder("open-a", "open-b", "secret", "embargoed");
            assertThat(found.path("totalCount").asInt()).isEqualTo(4);
            assertThat(nearest(principal, Map.of("vector", List.of(0, 0, 0)), 10))
                    .containsExactly("open-a", "secret", "embargoed", "open-b", "open-c");
        }
    }

    @Test
    void a_change_of_visibility_reaches_search_with_the_records_own_transaction() {
        service.records().publish("changing", "ada", "-infinity");
        assertThat(bulk(
                                ADA,
                                "{\"record\":\"urn:osa:localhost:rec:changing@1\",\"texts\":{\"a\":\"quasar\"},\"vectors\":{\"colour\":[9,9,9]}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(srns(search(NOBODY, "quasar", 5, null))).containsExactly("changing");
        service.records().readableFrom("changing", "infinity");
        assertThat(srns(search(NOBODY, "quasar", 5, null))).isEmpty();
        assertThat(nearest(NOBODY, Map.of("vector", List.of(9, 9, 9)), 1)).doesNotContain("changing");
        assertThat(srns(search(ADA, "quasar", 5, null))).containsExactly("changing");
    }

    @Test
    void records_are_selected_by_text_and_ordered_by_rank_with_the_unknown_last() {
        String found = "filter: {search: {text: {query: \"galaxy\"}}}";
        JsonNode hits = selection(BOB, found + ", orderBy: [{search: {rank: {query: \"galaxy\"}}}], first: 9");
        assertThat(keys(hits)).containsExactly(1, 2);
        assertThat(hits.at("/entries/0/score").asDouble())
                .isGreaterThan(hits.at("/entries/1/score").asDouble());
        assertThat(hits.get("count").asInt()).isEqualTo(2);
        assertThat(keys(selection(ADA, found + ", first: 9"))).containsExactly(1, 2, 4, 5);
        assertThat(keys(selection(BOB, "filter: {not: {search: {text: {query: \"galaxy\"}}}}, first: 2")))
                .containsExactly(3, 6);
        assertThat(keys(selection(
                        BOB,
                        "within: \"" + KeySet.of(1, 2, 3, 4, 6).encoded()
                                + "\", orderBy: [{search: {rank: {query: \"nebula\"}}}], first: 9")))
                .containsExactly(3, 1, 2, 6);
        assertThat(
                        keys(
                                selection(
                                        BOB,
                                        "within: \"" + KeySet.of(1, 2, 3, 4, 6).encoded()
                                                + "\", orderBy: [{search: {hybrid: {text: {query: \"galaxy\"}, similarTo:"
                                                + " {vector: \"colour\", record: \"urn:osa:localhost:rec:open-b@1\"}, textWeight: 0.5}}}], first: 9")))
                .containsExactlyInAnyOrder(1, 2, 3, 6)
                .startsWith(2)
                .endsWith(6);
    }

    @Test
    void the_nearest_by_the_index_and_by_comparing_all_are_walked_without_loss() {
        register("place", 2, "L2");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            String id = "place-" + i;
            service.records().publish(id, "ada", i % 5 == 0 ? "infinity" : "-infinity");
            lines.append("{\"record\":\"urn:osa:localhost:rec:" + id + "@1\",\"texts\":{\"a\":\"placed"
                    + (i % 2 == 0 ? " even" : "") + "\"},\"vectors\":{\"place\":[" + i % 11 + "," + i % 7 + "]}}\n");
        }
        assertThat(bulk(ADA, lines.toString()).statusCode()).isEqualTo(200);
        String order = "orderBy: [{search: {similarTo: {vector: \"place\", to: [3, 3]}}}]";
        for (Principal principal : List.of(BOB, ADA)) {
            for (String filter : List.of(
                    "",
                    "filter: {search: {text: {query: \"placed\"}}}, ",
                    "filter: {search: {text: {query: \"even\"}}}, ")) {
                JsonNode whole = selection(principal, filter + "first: 1000");
                List<Integer> walked = new ArrayList<>();
                String after = "";
                boolean more = true;
                while (more) {
                    JsonNode page = selection(principal, filter + order + ", first: 7" + after);
                    walked.addAll(keys(page));
                    more = !page.get("complete").asBoolean();
                    after = ", after: \""
                            + page.get("entries")
                                    .valueStream()
                                    .toList()
                                    .getLast()
                                    .get("cursor")
                                    .asString() + "\"";
                    assertThat(page.get("count")).isEqualTo(whole.get("count"));
                }
                assertThat(walked).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(keys(whole));
            }
        }
        assertThat(selection(BOB, order + ", first: 7").get("recall").asDouble())
                .isLessThan(1);
        assertThat(selection(
                                BOB,
                                order + ", within: \"" + KeySet.of(7, 8, 9, 10).encoded() + "\", first: 7")
                        .get("recall")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void a_name_is_found_although_it_is_misspelt() {
        StringBuilder lines = new StringBuilder();
        Map<String, String> names = Map.of(
                "m31", "Andromeda Island", "m51", "Whirlpool Island", "m104", "Sombrero", "m31-hidden", "Andromeda");
        names.forEach((id, name) -> {
            service.records().publish(id, "ada", id.endsWith("hidden") ? "infinity" : "-infinity");
            lines.append("{\"record\":\"urn:osa:localhost:rec:" + id + "@1\",\"texts\":{\"a\":\"" + name + "\"}}\n");
        });
        assertThat(bulk(ADA, lines.toString()).statusCode()).isEqualTo(200);
        int seen = number("m31");
        int hidden = number("m31-hidden");
        String name = "{search: {name: {similarTo: \"Andromda\"}}}";
        JsonNode found = selection(BOB, "filter: " + name + ", orderBy: [" + name + "], first: 9");
        assertThat(keys(found)).containsExactly(seen);
        assertThat(found.get("count").asInt()).isEqualTo(1);
        assertThat(found.at("/entries/0/score").asDouble()).isBetween(0.5, 0.99);
        assertThat(keys(selection(ADA, "filter: " + name + ", orderBy: [" + name + "], first: 9")))
                .containsExactlyInAnyOrder(seen, hidden);
        String stricter = "{search: {name: {similarTo: \"Andromda\", threshold: 0.9}}}";
        assertThat(keys(selection(ADA, "filter: " + stricter + ", first: 9"))).isEmpty();
        assertThat(keys(selection(ADA, "filter: {or: [" + stricter + ", " + name + "]}, first: 9")))
                .hasSize(2);
        assertThat(keys(selection(
                        BOB,
                        "within: \"" + KeySet.of(number("m51"), seen).encoded() + "\", orderBy: ["
                                + name.replace("Andromda", "Whirpool") + "], first: 9")))
                .containsExactly(number("m51"), seen);
        assertThat(
                        message(
                                service.query(
                                        BOB,
                                        "{ searchRecordSelection(filter: {search: {name: {similarTo: \"a\", threshold: 2}}}, first: 1) { count } }")))
                .contains("filter.search.name.threshold is more than 0, and 1 at most, not 2.0");
    }

    @Test
    void a_language_and_a_vector_are_known_as_soon_as_there_is_one() throws SQLException {
        String inPlain = "{ searchRecordSelection(filter: {search: {text: {query: \"spiral\", language: \"plain\"}}},"
                + " orderBy: [{search: {rank: {query: \"spiral\"}}}], first: 9) { count } }";
        String near =
                "{ searchRecordSelection(orderBy: [{search: {similarTo: {vector: \"sound\", to: [1]}}}], first: 9) { count } }";
        assertThat(message(service.query(BOB, inPlain))).contains("plain", "english");
        assertThat(message(service.query(BOB, near))).contains("sound", "colour");
        service.database()
                .execute(
                        service.database().superuser(),
                        "CREATE TEXT SEARCH CONFIGURATION pg_catalog.plain (COPY = pg_catalog.simple)");
        register("sound", 1, "L2");
        for (int time = 0; time < 2; time++) {
            assertThat(service.query(BOB, inPlain)
                            .at("/data/searchRecordSelection/count")
                            .asInt())
                    .isPositive();
            assertThat(service.query(BOB, near)
                            .at("/data/searchRecordSelection/count")
                            .asInt())
                    .isPositive();
        }
    }

    @Test
    void a_text_is_no_likeness_without_a_provider() {
        assertThat(
                        message(
                                service.query(
                                        BOB,
                                        "{ searchRecordSelection(orderBy: [{search: {similarTo: {vector: \"colour\", text: \"red\"}}}], first: 1) { keys } }")))
                .contains("no embedding provider", "weft.search.embeddings.url");
    }

    @Test
    void a_hidden_record_is_no_likeness() {
        String hidden =
                "orderBy: [{search: {similarTo: {vector: \"colour\", record: \"urn:osa:localhost:rec:secret@1\"}}}], first: 3";
        String none = hidden.replace("secret", "never-published");
        String refused =
                message(service.query(BOB, "{ searchRecordSelection(" + hidden + ") { keys entries { key } } }"));
        assertThat(refused.replace("secret", "never-published"))
                .isEqualTo(message(
                        service.query(BOB, "{ searchRecordSelection(" + none + ") { keys entries { key } } }")));
        assertThat(keys(selection(ADA, hidden))).startsWith(4);
        String both =
                "{search: {hybrid: {text: {query: \"galaxy\"}, similarTo: {vector: \"colour\", record: \"urn:osa:localhost:rec:secret@1\"}}}}";
        assertThat(message(service.query(
                        BOB, "{ searchRecordSelection(orderBy: [" + both + "], first: 3) { entries { key } } }")))
                .contains("there is no record urn:osa:localhost:rec:secret@1");
    }

    private static int number(String id) {
        return service.query(
                        ADA,
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Record { number } } }",
                        Map.of(
                                "r",
                                List.of(Map.of("__typename", "Record", "srn", "urn:osa:localhost:rec:" + id + "@1"))))
                .at("/data/_entities/0/number")
                .asInt();
    }

    private static JsonNode selection(Principal principal, String arguments) {
        JsonNode answer = service.query(
                principal,
                "{ s: searchRecordSelection(" + arguments
                        + ") { keys complete count estimate recall entries { key cursor score } } }");
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data").path("s");
    }

    private static List<Integer> keys(JsonNode selection) {
        return selection
                .get("entries")
                .valueStream()
                .map(entry -> entry.get("key").asInt())
                .toList();
    }

    @Test
    void pages_follow_each_other_and_lose_nothing_where_scores_are_equal() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            service.records().publish("tie-" + i, "ada", "-infinity");
            lines.append("{\"record\":\"urn:osa:localhost:rec:tie-")
                    .append(i)
                    .append("@1\",\"texts\":{\"a\":\"pulsar\"}}\n");
        }
        assertThat(bulk(ADA, lines.toString()).statusCode()).isEqualTo(200);
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            JsonNode page = search(NOBODY, "pulsar", 3, after);
            seen.addAll(srns(page));
            after = page.path("pageInfo").path("hasNextPage").asBoolean()
                    ? page.path("pageInfo").path("endCursor").asString()
                    : null;
        } while (after != null);
        assertThat(seen).containsExactly("tie-0", "tie-1", "tie-2", "tie-3", "tie-4", "tie-5", "tie-6");
    }

    @Test
    void full_text_and_names_use_their_indexes_although_row_security_is_on() throws SQLException {
        try (Connection connection =
                        service.database().connect(service.database().owner("search"));
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            assertThat(plan(statement, "d.document @@ to_tsquery('english', 'galaxy')"))
                    .contains("Bitmap Index Scan on documents_document");
            assertThat(plan(statement, "'andromda' <% d.text_a")).contains("Bitmap Index Scan on documents_name");
        }
    }

    private static String plan(Statement statement, String condition) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("EXPLAIN SELECT record_number FROM search.documents d WHERE "
                + condition + " AND (d.record_readable_from <= now()"
                + " OR d.record_owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20)")) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void the_services_role_sees_nothing_hidden_even_where_it_asks_the_tables_itself() throws SQLException {
        try (Connection connection =
                        service.database().connect(service.database().service("search"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT (SELECT count(*) FROM search.documents WHERE record_readable_from > now())"
                                + " + (SELECT count(*) FROM search.vector_colour WHERE record_readable_from > now())")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
        assertThatThrownBy(() -> service.database()
                        .execute(service.database().service("search"), "DELETE FROM search.documents"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_nearest_to_a_record_are_others() {
        assertThat(nearest(BOB, Map.of("record", "urn:osa:localhost:rec:open-a@1"), 2))
                .containsExactly("open-b", "open-c");
        assertThat(message(service.query(
                        BOB,
                        NEAREST,
                        Map.of("vector", "colour", "to", Map.of("record", "urn:osa:localhost:rec:secret@1")))))
                .contains("no record urn:osa:localhost:rec:secret@1", "may not see");
        assertThat(message(service.query(
                        BOB,
                        NEAREST,
                        Map.of("vector", "colour", "to", Map.of("record", "urn:osa:localhost:rec:bobs@1")))))
                .contains("has no vector \"colour\"");
    }

    @Test
    void the_index_finds_what_comparing_all_finds_and_says_which_one_it_was() {
        register("many", 4, "COSINE");
        Random random = new Random(7);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            service.records().publish("many-" + i, "ada", i % 2 == 0 ? "-infinity" : "infinity");
            lines.append("{\"record\":\"urn:osa:localhost:rec:many-").append(i).append("@1\",\"vectors\":{\"many\":[");
            for (int j = 0; j < 4; j++) {
                lines.append(j == 0 ? "" : ",").append(random.nextGaussian());
            }
            lines.append("]}}\n");
        }
        assertThat(bulk(ADA, lines.toString()).statusCode()).isEqualTo(200);
        Map<String, Object> variables =
                Map.of("vector", "many", "to", Map.of("vector", List.of(1, 0, 0, 0)), "first", 10);
        JsonNode found = service.query(NOBODY, NEAREST, variables).path("data").path("nearestRecords");
        assertThat(found.path("method").asString()).isEqualTo("INDEX");
        assertThat(found.path("hits").size()).isEqualTo(10);
        found.path("hits").forEach(hit -> assertThat(number(hit) % 2).isZero());
        JsonNode all = service.query(
                        NOBODY,
                        NEAREST,
                        Map.of("vector", "many", "to", Map.of("vector", List.of(1, 0, 0, 0)), "first", 200))
                .path("data")
                .path("nearestRecords");
        assertThat(all.path("method").asString()).isEqualTo("EXACT");
        assertThat(all.path("hits").size()).isEqualTo(100);
        assertThat(found.path("hits").path(0)).isEqualTo(all.path("hits").path(0));
    }

    @Test
    void vectors_of_another_dimension_or_name_and_other_languages_are_refused_with_their_place() {
        assertThat(message(service.query(
                        BOB, NEAREST, Map.of("vector", "colour", "to", Map.of("vector", List.of(1, 2))))))
                .contains("to.vector has 2 numbers", "\"colour\" has 3");
        assertThat(message(service.query(BOB, NEAREST, Map.of("vector", "taste", "to", Map.of("vector", List.of(1))))))
                .contains("\"taste\" is not a registered vector", "colour");
        assertThat(message(service.query(BOB, NEAREST, Map.of("vector", "colour", "to", Map.of()))))
                .contains("exactly one of vector, record and text");
        assertThat(message(service.query(BOB, "{ searchRecords(text: \"x\", language: \"klingon\") { totalCount } }")))
                .contains("klingon", "english", "german");
        assertThat(message(service.query(BOB, "{ searchRecords(text: \"x\", after: \"!\") { totalCount } }")))
                .contains("no cursor");
    }

    @Test
    void one_bad_line_in_the_middle_is_told_by_its_number_and_nothing_is_written() {
        service.records().publish("half-1", "ada", "-infinity");
        service.records().publish("half-2", "ada", "-infinity");
        String good = "{\"record\":\"urn:osa:localhost:rec:half-1@1\",\"texts\":{\"a\":\"supernova\"}}\n";
        for (Map.Entry<String, String> bad : Map.of(
                        "{\"record\":\"urn:osa:localhost:rec:half-2@1\",\"vectors\":{\"colour\":[1,2]}}",
                                "vectors.colour has 2 numbers",
                        "{\"record\":\"urn:osa:localhost:rec:half-2@1\",\"language\":\"klingon\"}", "klingon",
                        "{\"record\":\"urn:osa:localhost:rec:half-2\"}", "version",
                        "{\"record\":\"urn:osa:localhost:rec:unknown@1\"}",
                                "record urn:osa:localhost:rec:unknown@1 does not exist",
                        "{\"record\":\"urn:osa:localhost:rec:bobs@1\",\"texts\":{}}", "belongs to somebody else",
                        "{\"record\":\"urn:osa:localhost:rec:half-1@1\"}", "was on line 1 already",
                        "{oops}", "no JSON")
                .entrySet()) {
            HttpResponse<String> answer =
                    bulk(ADA, good + bad.getKey() + "\n" + "{\"record\":\"urn:osa:localhost:rec:open-a@1\"}\n");
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
            assertThat(answer.body()).contains("\"line\":2", bad.getValue());
            assertThat(srns(search(ADA, "supernova", 5, null))).isEmpty();
        }
        assertThat(bulk(NOBODY, good).statusCode()).isEqualTo(403);
    }

    @Test
    void indexing_again_replaces_the_texts_and_keeps_the_vectors_that_are_not_named() {
        service.records().publish("twice", "ada", "-infinity");
        String mutation = """
                mutation($input: [IndexRecordInput!]!) { indexRecords(input: $input) { records } }""";
        Map<String, Object> first = Map.of(
                "record", "urn:osa:localhost:rec:twice@1",
                "texts", Map.of("a", "magnetar"),
                "vectors", Map.of("colour", List.of(5, 5, 5)));
        Map<String, Object> second = Map.of("record", "urn:osa:localhost:rec:twice@1", "texts", Map.of("a", "blazar"));
        for (Map<String, Object> input : List.of(first, first, second)) {
            JsonNode answer = service.query(ADA, mutation, Map.of("input", List.of(input)));
            assertThat(answer.path("data").path("indexRecords").path("records").asInt())
                    .as(answer.toString())
                    .isEqualTo(1);
        }
        assertThat(srns(search(NOBODY, "magnetar", 5, null))).isEmpty();
        assertThat(srns(search(NOBODY, "blazar", 5, null))).containsExactly("twice");
        assertThat(nearest(NOBODY, Map.of("vector", List.of(5, 5, 5)), 1)).containsExactly("twice");
        assertThat(message(service.query(BOB, mutation, Map.of("input", List.of(second)))))
                .contains("input[0]", "belongs to somebody else");
    }

    @Test
    void record_entities_carry_what_search_knows_of_them() {
        JsonNode entities = service.query(
                BOB,
                """
                query($r: [_Any!]!) { _entities(representations: $r) { ... on Record {
                  srn
                  search { language texts { a d } vector(name: "colour") similar(vector: "colour", first: 1) { hits { record { srn } } } }
                } } }""",
                Map.of(
                        "r",
                        List.of(
                                Map.of("__typename", "Record", "srn", "urn:osa:localhost:rec:secret@1"),
                                Map.of("__typename", "Record", "srn", "urn:osa:localhost:rec:open-a@1"),
                                Map.of("__typename", "Record", "srn", "urn:osa:localhost:rec:bobs@1"))));
        assertThat(entities.path("data").path("_entities").toString())
                .as(entities.toString())
                .isEqualTo("[null,{\"srn\":\"urn:osa:localhost:rec:open-a@1\",\"search\":{\"language\":\"english\","
                        + "\"texts\":{\"a\":\"Spiral galaxy\",\"d\":\"seen in autumn\"},\"vector\":[0.0,0.0,0.0],"
                        + "\"similar\":{\"hits\":[{\"record\":{\"srn\":\"urn:osa:localhost:rec:open-b@1\"}}]}}},"
                        + "{\"srn\":\"urn:osa:localhost:rec:bobs@1\",\"search\":null}]");
    }

    @Test
    void many_records_cost_as_many_statements_as_one() {
        List<String> all = List.of("open-a", "open-b", "open-c", "secret", "embargoed");
        List<String> answers = new ArrayList<>();
        try (LoggedLines statements = LoggedLines.ofStatements()) {
            answers.add(similar(ADA, List.of("open-a")).toString());
            int forOne = statements.messages().size();
            statements.forget();
            JsonNode entities = similar(ADA, all);
            assertThat(statements.messages()).hasSize(forOne);
            assertThat(entities.size()).isEqualTo(5);
            entities.forEach(entity -> answers.add("[" + entity + "]"));
        }
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        for (int i = 0; i < all.size(); i++) {
            assertThat(similar(ADA, List.of(all.get(i))).toString()).isEqualTo(answers.get(i + 1));
        }
        assertThat(answers.get(0))
                .isEqualTo("[{\"search\":{\"vector\":[0.0,0.0,0.0],\"one\":{\"method\":\"EXACT\",\"hits\":"
                        + "[{\"record\":{\"srn\":\"urn:osa:localhost:rec:secret@1\"}}]},"
                        + "\"two\":{\"hits\":[{\"record\":{\"srn\":\"urn:osa:localhost:rec:secret@1\"}},"
                        + "{\"record\":{\"srn\":\"urn:osa:localhost:rec:embargoed@1\"}}]}}}]");
    }

    @Test
    void a_record_without_the_vector_spoils_only_its_own_answer() {
        service.records().publish("words-only", "ada", "-infinity");
        assertThat(bulk(ADA, "{\"record\":\"urn:osa:localhost:rec:words-only@1\",\"texts\":{\"a\":\"dark nebula\"}}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode answer = askSimilar(BOB, List.of("words-only", "open-a"));
        assertThat(message(answer)).contains("words-only@1 has no vector \"colour\"");
        assertThat(answer.at("/data/_entities/1/search/one/hits").size()).isEqualTo(1);
    }

    private static JsonNode similar(Principal principal, List<String> ids) {
        JsonNode answer = askSimilar(principal, ids);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/_entities");
    }

    private static JsonNode askSimilar(Principal principal, List<String> ids) {
        List<Map<String, String>> representations = ids.stream()
                .map(id -> Map.of("__typename", "Record", "srn", "urn:osa:localhost:rec:" + id + "@1"))
                .toList();
        return service.query(principal, """
                query($r: [_Any!]!) { _entities(representations: $r) { ... on Record { search {
                  vector(name: "colour")
                  one: similar(vector: "colour", first: 1) { method hits { record { srn } } }
                  two: similar(vector: "colour", first: 2) { hits { record { srn } } }
                } } } }""", Map.of("r", representations));
    }

    @Test
    void a_vector_is_registered_once_by_an_administrator() {
        String mutation = """
                mutation($input: RegisterVectorInput!) { registerVector(input: $input) { name dimension distance } }""";
        Map<String, Object> input = new HashMap<>(Map.of("name", "shape", "dimension", 5));
        assertThat(message(service.query(CURATOR, mutation, Map.of("input", input))))
                .contains("ADMIN");
        for (int i = 0; i < 2; i++) {
            assertThat(service.query(ADMIN, mutation, Map.of("input", input))
                            .path("data")
                            .path("registerVector")
                            .toString())
                    .isEqualTo("{\"name\":\"shape\",\"dimension\":5,\"distance\":\"COSINE\"}");
        }
        input.put("dimension", 6);
        assertThat(message(service.query(ADMIN, mutation, Map.of("input", input))))
                .contains("5 dimensions and COSINE");
        input.put("dimension", 2001);
        assertThat(message(service.query(ADMIN, mutation, Map.of("input", input))))
                .contains("1 to 2000");
        input.put("name", "Robert'); DROP TABLE");
        assertThat(message(service.query(ADMIN, mutation, Map.of("input", input))))
                .contains("input.name");
    }

    @Test
    void a_vector_that_many_register_at_once_is_registered_once_and_nobody_is_refused() {
        AtOnce.run(6, number -> {
            register("race", 3, "L2");
            return number;
        });
        assertThat(service.query(NOBODY, "{ namedVectors { name } }")
                        .path("data")
                        .path("namedVectors")
                        .findValuesAsString("name"))
                .containsOnlyOnce("race");
    }

    @Test
    void vectors_that_nothing_is_near_to_are_refused() {
        register("direction", 2, "COSINE");
        register("height", 2, "L2");
        refuse("direction", List.of(0, 0), ASKED);
        refuse("direction", List.of(1e-30, 1e-30), ASKED);
        refuse("direction", List.of(1e30, 1e30), INDEXED_OR_ASKED);
        refuse("height", List.of(1e30, 1e30), INDEXED_OR_ASKED);
        for (String id : List.of("open-a", "open-b")) {
            List<Integer> nowhereOrUp = id.equals("open-a") ? List.of(0, 0) : List.of(0, 1);
            for (String vector : List.of("direction", "height")) {
                JsonNode answer = service.query(ADA, INDEX, Map.of("i", List.of(indexed(id, vector, nowhereOrUp))));
                assertThat(answer.has("errors")).as(answer.toString()).isFalse();
            }
        }
        assertThat(nearest("direction", Map.of("vector", List.of(0, 2)))).containsExactly("open-b");
        assertThat(nearest("height", Map.of("vector", List.of(0, 2)))).containsExactly("open-b", "open-a");
        assertThat(nearest("direction", Map.of("record", "urn:osa:localhost:rec:open-a@1")))
                .as("near to what points nowhere")
                .isEmpty();
    }

    private static final boolean ASKED = false;
    private static final boolean INDEXED_OR_ASKED = true;

    private static List<String> nearest(String vector, Map<String, Object> to) {
        JsonNode answer = service.query(NOBODY, NEAREST, Map.of("vector", vector, "to", to));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/nearestRecords/hits")
                .valueStream()
                .map(hit -> hit.at("/record/srn").asString().replaceAll(".*:|@.*", ""))
                .toList();
    }

    private static final String INDEX = "mutation($i: [IndexRecordInput!]!) { indexRecords(input: $i) { records } }";

    private static Map<String, Object> indexed(String id, String vector, List<? extends Number> numbers) {
        return Map.of("record", "urn:osa:localhost:rec:" + id + "@1", "vectors", Map.of(vector, numbers));
    }

    private static void refuse(String vector, List<? extends Number> numbers, boolean alsoIndexed) {
        String select =
                "query($to: SimilarTo!) { searchRecordSelection(first: 5, orderBy: [{search: %s}]) { entries { key } } }";
        Map<String, Object> to = Map.of("to", Map.of("vector", vector, "to", numbers));
        List<JsonNode> answers = new ArrayList<>(List.of(
                service.query(NOBODY, NEAREST, Map.of("vector", vector, "to", Map.of("vector", numbers))),
                service.query(NOBODY, select.formatted("{similarTo: $to}"), to),
                service.query(NOBODY, select.formatted("{hybrid: {similarTo: $to, text: {query: \"galaxy\"}}}"), to)));
        if (alsoIndexed) {
            answers.add(service.query(ADA, INDEX, Map.of("i", List.of(indexed("open-a", vector, numbers)))));
        }
        for (JsonNode answer : answers) {
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .as(answer.toString())
                    .isEqualTo("BAD_USER_INPUT");
            assertThat(answer.at("/errors/0/message").asString()).contains("is a vector of the length");
        }
    }

    @Test
    void an_argument_that_is_null_is_one_that_is_left_out() {
        same(
                service.query(
                        NOBODY,
                        "{ searchRecords(text: \"galaxy\", language: null, first: null, after: null) { totalCount nodes { srn } }"
                                + " nearestRecords(vector: \"colour\", to: {vector: [0, 0, 0], record: null}, first: null) { hits { distance } } }"),
                service.query(
                        NOBODY,
                        "{ searchRecords(text: \"galaxy\") { totalCount nodes { srn } }"
                                + " nearestRecords(vector: \"colour\", to: {vector: [0, 0, 0]}) { hits { distance } } }"));
        String similar = "query($r: [_Any!]!) { _entities(representations: $r) { ... on Record { search {"
                + " similar(vector: \"colour\"%s) { hits { distance } } } } } }";
        Map<String, Object> record =
                Map.of("r", List.of(Map.of("__typename", "Record", "srn", "urn:osa:localhost:rec:open-a@1")));
        same(
                service.query(NOBODY, similar.formatted(", first: null"), record),
                service.query(NOBODY, similar.formatted(""), record));
    }

    private static void same(JsonNode one, JsonNode other) {
        assertThat(one.has("errors")).as(one.toString()).isFalse();
        assertThat(one.toString()).isEqualTo(other.toString());
    }

    @Test
    void a_text_with_a_character_that_no_text_has_is_refused_as_what_it_is() {
        JsonNode answer = service.query(NOBODY, "{ searchRecords(text: \"gal\\u0000axy\") { totalCount } }");
        assertThat(answer.at("/errors/0/message").asString()).isEqualTo("text cannot have the character U+0000");
    }

    private static void register(String name, int dimension, String distance) {
        JsonNode answer = service.query(
                ADMIN,
                "mutation($input: RegisterVectorInput!) { registerVector(input: $input) { name } }",
                Map.of("input", Map.of("name", name, "dimension", dimension, "distance", distance)));
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
    }

    private static HttpResponse<String> bulk(Principal principal, String lines) {
        return service.post("/bulk/search", service.signed(principal), "application/x-ndjson", lines);
    }

    private static JsonNode search(Principal principal, String text, int first, @Nullable String after) {
        Map<String, Object> variables = new HashMap<>(Map.of("text", text, "first", first));
        if (after != null) {
            variables.put("after", after);
        }
        JsonNode answer = service.query(principal, SEARCH, variables);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data").path("searchRecords");
    }

    private static List<String> srns(JsonNode found) {
        return ids(found.path("edges").findValuesAsString("srn"));
    }

    private static List<String> nearest(Principal principal, Map<String, Object> to, int first) {
        JsonNode answer = service.query(principal, NEAREST, Map.of("vector", "colour", "to", to, "first", first));
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return ids(answer.path("data").path("nearestRecords").path("hits").findValuesAsString("srn"));
    }

    private static List<String> ids(List<String> srns) {
        return srns.stream()
                .map(srn -> srn.replace("urn:osa:localhost:rec:", "").replace("@1", ""))
                .toList();
    }

    private static int number(JsonNode hit) {
        String srn = hit.path("record").path("srn").asString();
        return Integer.parseInt(srn.substring(srn.lastIndexOf('-') + 1, srn.indexOf('@')));
    }

    private static String message(JsonNode answer) {
        assertThat(answer.path("errors").isArray()).as(answer.toString()).isTrue();
        return answer.path("errors").path(0).path("message").asString();
    }
}
