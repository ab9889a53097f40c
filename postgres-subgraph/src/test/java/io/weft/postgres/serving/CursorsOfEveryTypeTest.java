package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Pages of one row each, by every column of the scenario {@code types} that has an order, nulls and strange values among them. */
class CursorsOfEveryTypeTest {

    private static final Pattern ORDER = Pattern.compile("input SampleOrder \\{\n(.*?)}", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(?m)^  (\\w+): SortOrder$");

    private static ScenarioSubgraph subgraph;

    @BeforeAll
    static void start() throws SQLException, IOException {
        subgraph = new ScenarioSubgraph(Files.readString(Path.of("src/test/resources/scenarios/types/schema.sql")));
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    static List<String> columns() {
        String order = ORDER.matcher(subgraph.sdl())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        List<String> columns =
                COLUMN.matcher(order).results().map(column -> column.group(1)).toList();
        assertThat(columns).hasSizeGreaterThan(30).contains("price", "feeling", "host", "clockThere", "fixed", "raw");
        return columns;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void pagesOfOneRowEachComeToAllRowsInTheirOrder(String column) {
        for (String direction : List.of("ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST")) {
            String order = "orderBy: [{" + column + ": " + direction + "}]";
            List<Integer> all = ids(ask(order + ", first: 10"));
            List<Integer> walked = new ArrayList<>();
            String after = "";
            for (int i = 0; i < all.size(); i++) {
                JsonNode page = ask(order + ", first: 1" + after);
                walked.addAll(ids(page));
                after = ", after: " + page.at("/pageInfo/endCursor");
            }
            assertThat(all).as(order).hasSize(3);
            assertThat(walked).as(order).isEqualTo(all);
            assertThat(backwards(order)).as(order + " backwards").isEqualTo(all.reversed());
        }
    }

    private static List<Integer> backwards(String order) {
        List<Integer> walked = new ArrayList<>();
        String before = "";
        JsonNode page;
        do {
            page = ask(order + ", last: 1" + before);
            walked.addAll(ids(page));
            before = ", before: " + page.at("/pageInfo/startCursor");
        } while (page.at("/pageInfo/hasPreviousPage").asBoolean());
        return walked;
    }

    private static JsonNode ask(String arguments) {
        String document =
                "{ sample(" + arguments + ") { nodes { id } pageInfo { startCursor endCursor hasPreviousPage } } }";
        JsonNode answer = subgraph.ask(document, Map.of(), Principal.anonymous());
        assertThat(answer.get("errors")).as(document).isNull();
        return answer.at("/data/sample");
    }

    private static List<Integer> ids(JsonNode connection) {
        List<Integer> ids = new ArrayList<>();
        connection.get("nodes").forEach(node -> ids.add(node.get("id").asInt()));
        return ids;
    }
}
