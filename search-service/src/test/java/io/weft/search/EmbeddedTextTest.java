package io.weft.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import io.weft.service.testing.LoggedLines;
import io.weft.service.testing.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Likeness to a text, of which a provider makes a vector: here a server that speaks as OpenAI does. */
class EmbeddedTextTest {

    private static final String KEY = "sk-never-to-be-told";
    private static final Principal ADA = Callers.user("ada", Role.DEPOSITOR);

    private static EmbeddingProvider provider;
    private static RunningService service;

    @BeforeAll
    static void start() {
        provider = new EmbeddingProvider();
        service = RunningService.start(
                "search",
                SearchServiceApplication.class,
                "weft.search.embeddings.url=" + provider.url(),
                "weft.search.embeddings.key=" + KEY,
                "weft.search.embeddings.timeout=2s",
                "weft.search.embeddings.models.meaning=lengths-3",
                "weft.search.embeddings.models.other=lengths-5");
        for (String vector : List.of("meaning", "other", "bare")) {
            service.as("adam", Role.ADMIN)
                    .ask(
                            "mutation($input: RegisterVectorInput!) { registerVector(input: $input) { name } }",
                            Map.of("input", Map.of("name", vector, "dimension", 3, "distance", "L2")));
        }
        StringBuilder lines = new StringBuilder();
        for (int length = 1; length <= 9; length++) {
            service.records().publish("r-" + length, "ada", "-infinity");
            lines.append("{\"record\":\"urn:osa:localhost:rec:r-" + length + "@1\",\"texts\":{\"a\":\"word\"},"
                    + "\"vectors\":{\"meaning\":[" + length + "," + length + "," + length + "]}}\n");
        }
        assertThat(service.post("/bulk/search", service.signed(ADA), "application/x-ndjson", lines.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.close();
    }

    @Test
    void a_text_is_embedded_once_for_all_pages_and_orders() {
        String text = "similarTo: {vector: \"meaning\", text: \"seven77\"}";
        JsonNode first = select("orderBy: [{search: {" + text + "}}], first: 2").at("/data/s");
        assertThat(keys(first)).startsWith(7).hasSize(2);
        JsonNode second = select("orderBy: [{search: {" + text + "}}], first: 20, after: \""
                        + first.get("endCursor").asString() + "\"")
                .at("/data/s");
        assertThat(keys(second)).hasSize(7).doesNotContainAnyElementsOf(keys(first));
        assertThat(keys(select("orderBy: [{search: {hybrid: {text: {query: \"word\"}, " + text
                                + ", textWeight: 0}}}], first: 2")
                        .at("/data/s")))
                .startsWith(7);
        assertThat(service.query(
                                Principal.anonymous(),
                                "{ nearestRecords(vector: \"meaning\", to: {text: \"seven77\"}, first: 1) { hits { distance record { srn } } } }")
                        .at("/data/nearestRecords/hits")
                        .toString())
                .isEqualTo("[{\"distance\":0.0,\"record\":{\"srn\":\"urn:osa:localhost:rec:r-7@1\"}}]");
        assertThat(provider.asked().stream().filter(asked -> asked.text().equals("seven77")))
                .containsExactly(new EmbeddingProvider.Asked("lengths-3", "seven77", "Bearer " + KEY));
    }

    @Test
    void what_goes_wrong_is_told_without_the_key() {
        try (LoggedLines log = LoggedLines.of("io.weft.search")) {
            String refused = problem("meaning", "refuse", "UNAVAILABLE");
            assertThat(refused).contains("the embedding provider answered with status 401");
            assertThat(problem("meaning", "babble", "UNAVAILABLE")).contains("gave no vector");
            assertThat(problem("meaning", "dawdle", "TIMEOUT")).contains("took longer than 2000 ms");
            assertThat(problem("meaning", "nothing", "UNAVAILABLE")).contains("gave no vector");
            assertThat(problem("meaning", "prattle", "UNAVAILABLE")).contains("gave no vector");
            assertThat(problem("meaning", "hang up", "UNAVAILABLE")).contains("cannot be reached");
            assertThat(problem("meaning", "hush", "UNAVAILABLE")).contains("gave no vector");
            assertThat(problem("meaning", "trail off", "UNAVAILABLE")).contains("gave no vector");
            assertThat(problem("meaning", "move", "UNAVAILABLE")).contains("answered with status 302");
            assertThat(problem("meaning", "crowd", "UNAVAILABLE")).contains("answered with status 429");
            assertThat(log.messages()).hasSize(10).allMatch(message -> message.startsWith("the embedding provider"));
            assertThat(log.messages() + refused).doesNotContain(KEY);
            assertThat(log.events())
                    .as("which request they are of")
                    .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsKeys("request_id", "operation"));
        }
    }

    @Test
    void what_is_not_configured_is_told_with_the_setting() {
        assertThat(problem("bare", "word", "BAD_USER_INPUT")).contains("weft.search.embeddings.models.bare");
        assertThat(problem("other", "word", "BAD_USER_INPUT"))
                .contains("what the model makes of it has 5 numbers, the vector \"other\" has 3");
        assertThat(problem("meaning", " ", "BAD_USER_INPUT")).contains("1 to 8000 characters");
    }

    private static String problem(String vector, String text, String code) {
        JsonNode error = select("orderBy: [{search: {similarTo: {vector: \"" + vector + "\", text: \"" + text
                        + "\"}}}], first: 2")
                .at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).as(error.toString()).isEqualTo(code);
        return error.get("message").asString();
    }

    private static JsonNode select(String arguments) {
        return service.query(
                Principal.anonymous(),
                "{ s: searchRecordSelection(" + arguments + ") { endCursor entries { key score cursor } } }");
    }

    private static List<Integer> keys(JsonNode selection) {
        return selection
                .get("entries")
                .valueStream()
                .map(entry -> entry.get("key").asInt())
                .toList();
    }
}
