package io.weft.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The examples of docs/search.md are answered: their filters and orders by the selector that the gateway asks. */
class DocumentedSearchTest {

    private static final Pattern BLOCK = Pattern.compile("```graphql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RECORDS =
            Pattern.compile("\\{\\s*records\\((.*?)\\)\\s*\\{\\s*(?:totalCount|edges|facets).*", Pattern.DOTALL);

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start("search", SearchServiceApplication.class);
        service.as("adam", Role.ADMIN)
                .ask(
                        "mutation($input: RegisterVectorInput!) { registerVector(input: $input) { name } }",
                        Map.of("input", Map.of("name", "colour", "dimension", 3, "distance", "L2")));
        StringBuilder lines = new StringBuilder();
        for (String id : List.of("open-a", "open-b", "open-c")) {
            service.records().publish(id, "ada", "-infinity");
            lines.append("{\"record\":\"urn:osa:localhost:rec:" + id
                    + "@1\",\"texts\":{\"a\":\"Spiral galaxy\"},\"vectors\":{\"colour\":[" + lines.length()
                    + ",0,1]}}\n");
        }
        assertThat(service.post(
                                "/bulk/search",
                                service.signed(Callers.user("ada", Role.DEPOSITOR)),
                                "application/x-ndjson",
                                lines.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void each_example_finds_something() throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThan(3);
        for (String example : examples) {
            Matcher records = RECORDS.matcher(example);
            assertThat(records.matches()).as(example).isTrue();
            JsonNode answer = service.query(
                    Principal.anonymous(),
                    "{ s: searchRecordSelection(" + records.group(1) + ") { count entries { key score } } }");
            assertThat(answer.path("errors").isMissingNode())
                    .as("%s: %s", example, answer)
                    .isTrue();
            assertThat(answer.at("/data/s/entries").size()).as(example).isPositive();
        }
    }

    private static List<String> examples() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../docs/search.md")));
        List<String> examples = new ArrayList<>();
        while (block.find()) {
            examples.add(block.group(1));
        }
        return examples;
    }
}
