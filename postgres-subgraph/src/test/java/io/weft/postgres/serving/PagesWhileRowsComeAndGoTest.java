package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Between two pages a row is put on either side of the one where a client stands, with the same values, and that one goes. Whatever was
 * there comes once, what came ahead comes, and what came behind does not.
 */
class PagesWhileRowsComeAndGoTest {

    private static final int STAYING = 20;
    private static final int FIRST_NEW = 1000;

    private static ScenarioSubgraph subgraph;

    @BeforeAll
    static void start() throws SQLException {
        subgraph = new ScenarioSubgraph("CREATE TABLE item (id integer PRIMARY KEY, rank integer, word text)");
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    /** Two rows of each rank, and four without any. */
    private static void fill() throws SQLException {
        subgraph.change(
                "TRUNCATE item; INSERT INTO item SELECT n, CASE WHEN n > 4 THEN n / 2 * 2 * 100 END, 'w' || n % 3"
                        + " FROM generate_series(1, " + STAYING + ") n");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[{rank: ASC}]|first",
                "[{rank: ASC}]|last",
                "[{rank: DESC_NULLS_FIRST}]|first",
                "[{rank: DESC_NULLS_FIRST}]|last",
                "[{word: DESC}, {rank: ASC_NULLS_FIRST}]|first",
                "[{word: DESC}, {rank: ASC_NULLS_FIRST}]|last",
                "[{id: DESC}]|first"
            })
    void noRowIsLostAndNoneComesTwice(String order, String direction) throws SQLException {
        fill();
        boolean forward = direction.equals("first");
        List<Integer> seen = new ArrayList<>();
        int pages = 0;
        String place = "";
        for (boolean more = true; more; pages++) {
            JsonNode page = page("orderBy: " + order + ", " + direction + ": 3" + place);
            List<Integer> ids = ids(page);
            seen.addAll(ids);
            more = page.at(forward ? "/pageInfo/hasNextPage" : "/pageInfo/hasPreviousPage")
                    .asBoolean();
            int at = forward ? ids.getLast() : ids.getFirst();
            place = forward
                    ? ", after: " + page.at("/pageInfo/endCursor")
                    : ", before: " + page.at("/pageInfo/startCursor");
            subgraph.change("""
                    INSERT INTO item SELECT %1$d, rank, word FROM item WHERE id = %2$d;
                    INSERT INTO item SELECT -%1$d, rank, word FROM item WHERE id = %2$d;
                    DELETE FROM item WHERE id = %2$d""".formatted(FIRST_NEW + pages, at));
        }
        assertThat(seen).as("none twice").doesNotHaveDuplicates();
        assertThat(seen)
                .as("none lost")
                .containsAll(IntStream.rangeClosed(1, STAYING).boxed().toList());
        assertThat(seen.stream().filter(id -> Math.abs(id) >= FIRST_NEW))
                .as("of two that came beside a cursor's row the one ahead, after each page but the last")
                .hasSize(pages - 1);
    }

    private static JsonNode page(String arguments) {
        JsonNode answer = subgraph.ask(
                "{ item(" + arguments
                        + ") { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
                Map.of(),
                Principal.anonymous());
        assertThat(answer.get("errors")).as(arguments).isNull();
        return answer.at("/data/item");
    }

    private static List<Integer> ids(JsonNode page) {
        return page.get("nodes")
                .valueStream()
                .map(node -> node.get("id").asInt())
                .toList();
    }
}
