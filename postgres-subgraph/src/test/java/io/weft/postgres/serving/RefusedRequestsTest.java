package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is refused before anybody is asked says that it is the request, by status or code; what is merely large is answered. */
class RefusedRequestsTest {

    private static final Principal ADA = Callers.user("ada", Role.DEPOSITOR);
    private static final String AT_ONCE = "query ($in: [String!]) { items(filter: {title: {in: $in}}) { totalCount } }";
    private static final String BY_THE_ENGINE =
            "query ($in: [String!]) { items(filter: {title: {in: $in}}) { totalCount } __schema { __typename } }";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = ItemService.start("weft.limits.max-body=1MB");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> ask(String document, int bytes) {
        List<String> values = IntStream.range(0, bytes / 100)
                .mapToObj(i -> "%098d".formatted(i))
                .collect(Collectors.toList());
        String body =
                JsonMapper.shared().writeValueAsString(Map.of("query", document, "variables", Map.of("in", values)));
        return service.post("/graphql", service.signed(ADA), "application/json", body);
    }

    @Test
    void a_request_is_answered_up_to_the_size_that_is_set() {
        for (String document : List.of(AT_ONCE, BY_THE_ENGINE)) {
            HttpResponse<String> answer = ask(document, 900_000);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"totalCount\":0").doesNotContain("errors");
        }
    }

    /** A few characters that would take all memory, were their digits written out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "query ($x: Int!) { items(first: $x) { totalCount } }",
                "query ($x: Int!) { items(first: $x) { totalCount } __schema { __typename } }",
                "query ($x: ID) { items { totalCount } __typename @include(if: true) node: __type(name: $x) { name } }"
            })
    @Timeout(30)
    void a_number_with_a_huge_exponent_is_refused(String document) {
        HttpResponse<String> answer = service.post(
                "/graphql",
                service.signed(ADA),
                "application/json",
                "{\"query\":\"" + document + "\",\"variables\":{\"x\":1e99999999}}");
        assertThat(answer.body()).contains("Variable \\\"$x\\\": the number has more than", "BAD_USER_INPUT");
    }

    @Test
    void a_request_that_is_larger_is_refused_as_that() {
        for (String document : List.of(AT_ONCE, BY_THE_ENGINE)) {
            HttpResponse<String> answer = ask(document, 1_100_000);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("1048576 bytes", "weft.limits.max-body", "LIMIT_EXCEEDED");
        }
    }

    @Test
    void a_request_that_turns_out_to_be_larger_is_refused_the_same() throws IOException, InterruptedException {
        String port = service.bean(Environment.class).getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() ->
                        new ByteArrayInputStream(("{\"query\":\"{ items { totalCount } }\"" + " ".repeat(1_100_000))
                                .getBytes(StandardCharsets.UTF_8))));
        service.signed(ADA).forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("LIMIT_EXCEEDED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[{}]",
                "{}",
                "{\"query\": \"{ __typename }\"",
                "{\"query\": \"{ __typename }\", \"variables\": []}"
            })
    void whatIsNoRequestIsToldSo(String body) {
        HttpResponse<String> answer = service.post("/graphql", service.signed(ADA), "application/json", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JsonMapper.shared()
                        .readTree(answer.body())
                        .at("/errors/0/message")
                        .asString())
                .startsWith("the request body is no GraphQL request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ items { totalCount }|GRAPHQL_PARSE_FAILED",
                "{ nothing }|GRAPHQL_VALIDATION_FAILED",
                "query ($in: [String!]) { items(filter: {title: {in: $in}}) { totalCount } }|BAD_USER_INPUT"
            })
    void what_the_engine_refuses_has_a_code(String document, String code) {
        JsonNode answer = service.query(ADA, document, Map.of("in", List.of(Map.of("a", 1))));
        assertThat(answer.at("/errors/0/extensions/code").asString(answer.toString()))
                .isEqualTo(code);
        assertThat(answer.at("/errors/0/message").asString()).isNotBlank();
    }

    @Test
    void aWrongValueIsToldWithItsPlaceInTheVariable() {
        JsonNode error = service.query(
                        ADA,
                        "query ($filter: ItemFilter) { items(filter: $filter) { totalCount } }",
                        Map.of("filter", Map.of("and", List.of(Map.of(), Map.of("size", Map.of("gt", "big"))))))
                .at("/errors/0");
        assertThat(error.path("message").asString())
                .startsWith(
                        "Variable \"$filter\" got an invalid value \"big\" at \"filter.and[1].size.gt\": expected type");
        assertThat(error.at("/extensions/argument").asString()).isEqualTo("filter.and[1].size.gt");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query ($null: String = \"a\") { items(filter: {title: {in: [$null]}}) { totalCount } }|items.filter.title.in[0]: the variable \"$null\" is null, but a value of type \"String!\" is needed",
                "query ($null: String) { items(filter: {title: {matchesText: {query: \"a\", language: $null}}}) { totalCount } }|items.filter.title.matchesText.language: the variable \"$null\" is null, but a value of type \"String!\" is needed",
                "query ($null: ItemFilter = {}) { items(filter: {and: [{}, $null]}) { totalCount } }|items.filter.and[1]: the variable \"$null\" is null, but a value of type \"ItemFilter!\" is needed",
                "query ($null: ItemOrder = {title: ASC}) { items(orderBy: [$null]) { totalCount } }|items.orderBy[0]: the variable \"$null\" is null, but a value of type \"ItemOrder!\" is needed",
                "query ($null: Int = 1) { items { totalCountAtMost(limit: $null) } }|totalCountAtMost.limit: the variable \"$null\" is null, but a value of type \"Int!\" is needed"
            })
    void aNullThatADefaultLetsInIsTheClientsMistakeAtOnceAndByTheEngine(String document, String message) {
        for (String asked : List.of(document, document.replaceFirst(" }$", " __schema { __typename } }"))) {
            JsonNode error = service.query(ADA, asked, Collections.singletonMap("null", null))
                    .at("/errors/0");
            assertThat(error.path("message").asString()).isEqualTo(message);
            assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void whatIsMoreThanTheDatabaseCanTakeIsALimitAndNoFault() {
        JsonNode error = service.query(
                        ADA,
                        "query ($words: String!) { items(filter: {title: {matchesText: {query: $words}}}) { totalCount } }",
                        Map.of("words", "word ".repeat(100_000)))
                .at("/errors/0");
        assertThat(error.path("message").asString()).contains("stack depth", "ask for less");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
    }
}
