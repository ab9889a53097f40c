package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.serving.ScenarioSubgraph.Planned;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How the statements of a selector are planned, and how many it takes to fill a page. */
class PlannedSelectorTest {

    private static final String KEYS = "query ($within: KeySet, $level: Float!) {"
            + " labItemSelection(filter: { level: { gt: $level } }, within: $within, first: 1000000000) { keys count } }";
    private static final String PAGE = "query ($within: KeySet, $first: Int!) {"
            + " labItemSelection(orderBy: [{ level: ASC }], within: $within, first: $first) { complete entries { key } } }";

    private ScenarioSubgraph subgraph;

    /** Of 600 items, each fifth has no level, and comes behind those that have one. */
    @BeforeEach
    void start() throws SQLException {
        subgraph = new ScenarioSubgraph(
                """
                CREATE TABLE item (number integer PRIMARY KEY, level double precision, weight integer);
                INSERT INTO item SELECT n, CASE WHEN n % 5 > 0 THEN 1000 - n * 0.25 END, n % 7 FROM generate_series(1, 600) n;
                ANALYZE""", publication -> List.of(Selector.of(publication.type("Item"), "number", "Lab")));
    }

    @AfterEach
    void stop() {
        subgraph.close();
    }

    private JsonNode ask(String document, Map<String, @Nullable Object> variables) {
        JsonNode answer = subgraph.ask(document, variables, Principal.anonymous());
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/data/labItemSelection");
    }

    private static String keys(int from, int to) {
        return KeySet.of(IntStream.rangeClosed(from, to).toArray()).encoded();
    }

    @Test
    void fewKeysAreLookedUpByOnePlan() {
        for (int i = 1; i <= 5; i++) {
            assertThat(ask(KEYS, Map.of("within", keys(i, 99 + i), "level", 900.0))
                            .get("count")
                            .asInt())
                    .isEqualTo(80);
        }
        assertThat(subgraph.planned("any(")).isEqualTo(new Planned(0, 5));
    }

    @Test
    void manyKeysAndAllOfThemArePlannedForTheirValues() {
        for (int i = 1; i <= 5; i++) {
            ask(KEYS, Map.of("within", keys(i, 400 + i), "level", 900.0));
            Map<String, @Nullable Object> all = new HashMap<>();
            all.put("within", null);
            all.put("level", 900.0 + i);
            ask(KEYS, all);
        }
        assertThat(subgraph.planned("\"level\" > ")).isEqualTo(new Planned(10, 0));
    }

    private static final String RANGE = "query ($level: Float!, $first: Int!) {"
            + " labItemSelection(filter: { level: { gt: $level } }, orderBy: [{ level: DESC }], first: $first) { complete entries { key } } }";

    /** As it is read from an index, whatever the bounds. */
    @Test
    void theFirstOfARangeInItsOrderAreReadByOnePlan() throws SQLException {
        subgraph.changeUnseen("ALTER TABLE item ADD note text;"
                + " INSERT INTO item SELECT n, 500 - (n::bigint * 7919 % 99991) * 0.001, 0, repeat('x', 500) FROM generate_series(601, 30000) n;"
                + " CREATE INDEX ON item (level); ANALYZE item");
        long before = subgraph.readAsAWhole("item");
        for (int i = 1; i <= 5; i++) {
            assertThat(ask(RANGE, Map.of("level", 400.0 + i, "first", 20))
                            .at("/entries/0/key")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(subgraph.planned("\"level\" > ")).isEqualTo(new Planned(0, 5));
        assertThat(subgraph.readAsAWhole("item")).isEqualTo(before);
    }

    @Test
    void aPageOfARangeThatIsNotFullIsPlannedForItsValues() {
        assertThat(ask(RANGE, Map.of("level", 998.0, "first", 20))
                        .get("entries")
                        .size())
                .isEqualTo(6);
        assertThat(subgraph.planned("\"level\" > ").custom()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter: { level: { gt: $level } }, orderBy: [{ weight: DESC }], first: 20) { entries { key } }",
                "filter: { level: { gt: $level }, weight: { gt: 3 } }, orderBy: [{ level: DESC }], first: 20) { entries { key } }",
                "filter: { level: { ne: $level } }, orderBy: [{ level: DESC }], first: 20) { entries { key } }",
                "filter: { not: { level: { gt: $level } } }, orderBy: [{ level: DESC }], first: 20) { entries { key } }",
                "filter: { level: { gt: $level } }, orderBy: [{ level: DESC }, { weight: DESC }], first: 20) { entries { key } }",
                "filter: { level: { gt: $level } }, orderBy: [{ level: DESC }], first: 401) { entries { key } }",
                "filter: { level: { gt: $level } }, orderBy: [{ level: DESC }], first: 20) { count entries { key } }"
            })
    void whateverElseIsAskedIsPlannedForItsValues(String asked) {
        ask("query ($level: Float!) { labItemSelection(" + asked + " }", Map.of("level", 900.0));
        assertThat(subgraph.planned("\"level\"").generic()).isZero();
        assertThat(subgraph.planned("\"level\"").custom()).isPositive();
    }

    @Test
    void aPageThatIsFullTakesOneStatement() {
        assertThat(page(Map.of("first", 20), 1)).hasSize(20);
        assertThat(page(Map.of("first", 20, "within", keys(1, 100)), 1)).hasSize(20);
    }

    @Test
    void aPageThatIsNotFullIsAskedForInOneSnapshot() {
        assertThat(page(Map.of("first", 90, "within", keys(1, 100)), 3)).hasSize(90);
    }

    @Test
    void fewerKeysThanAPageHasPlacesAreTwoStatements() {
        assertThat(page(Map.of("first", 20, "within", keys(1, 20)), 2)).hasSize(20);
    }

    @Test
    void nothingIsCountedTwice() {
        ask(PAGE.replace("complete", "complete count"), Map.of("first", 90, "within", keys(1, 100)));
        assertThat(subgraph.statements()).hasSize(2);
    }

    /** In the order of their levels, and then those without one. */
    private List<Integer> page(Map<String, @Nullable Object> variables, int statements) {
        List<Integer> page = ask(PAGE, variables)
                .get("entries")
                .valueStream()
                .map(entry -> entry.get("key").asInt())
                .toList();
        assertThat(subgraph.statements()).hasSize(statements);
        List<Integer> withLevel = page.stream().filter(key -> key % 5 > 0).toList();
        List<Integer> without = page.stream().filter(key -> key % 5 == 0).toList();
        assertThat(page).startsWith(withLevel.toArray(Integer[]::new)).endsWith(without.toArray(Integer[]::new));
        assertThat(withLevel).isSortedAccordingTo((one, other) -> other - one);
        assertThat(without).isSorted();
        return page;
    }
}
