package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.schema.Selector;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an estimate tells of rows that its caller may not see: nothing of any single one, whatever statistics say of the whole table. */
class SelectionEstimateTest {

    private static final Principal ANYBODY = Principal.anonymous();
    private static final Principal OWNER = Principal.user("ada", List.of(Role.DEPOSITOR), List.of());

    private static ScenarioSubgraph subgraph;

    /** Ada's one row among many: its values are nowhere else. */
    @BeforeAll
    static void start() throws SQLException {
        subgraph = new ScenarioSubgraph(
                """
                CREATE TABLE thing (number integer PRIMARY KEY, owner text NOT NULL, code integer, words text);
                INSERT INTO thing SELECT n, CASE n WHEN 2500 THEN 'ada' ELSE '' END, 7 * n, 'word' || n FROM generate_series(1, 5000) n;
                UPDATE thing SET code = 17001, words = 'secret' WHERE number = 2500;
                CREATE INDEX ON thing (code);
                CREATE INDEX ON thing (words);
                ALTER TABLE thing ENABLE ROW LEVEL SECURITY;
                CREATE POLICY p ON thing USING (owner IN ('', (SELECT weft.user_id())));
                ANALYZE""", publication -> List.of(Selector.of(publication.type("Thing"), "number", "Lab")));
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    @Test
    void aValueThatOnlyAHiddenRowHasIsExpectedAsOftenAsOneThatNoRowHas() {
        assertThat(estimate("{code: {eq: 17001}}")).isEqualTo(estimate("{code: {eq: 17002}}"));
        assertThat(estimate("{words: {eq: \"secret\"}}")).isEqualTo(estimate("{words: {eq: \"absent\"}}"));
        assertThat(estimate("{words: {contains: \"secret\"}}")).isEqualTo(estimate("{words: {contains: \"absent\"}}"));
        assertThat(estimate("{words: {startsWith: \"secret\"}}"))
                .isEqualTo(estimate("{words: {startsWith: \"sfcret\"}}"));
    }

    @Test
    void whatIsNotAnEstimateIsOfVisibleRowsOnly() {
        String one = "filter: {code: {eq: 17001}}, first: 5";
        assertThat(ask(one, "count keys complete", ANYBODY))
                .isEqualTo(ask(one.replace("17001", "17002"), "count keys complete", ANYBODY));
        assertThat(ask(one, "count", OWNER)).isEqualTo("{\"count\":1}");
    }

    private static String estimate(String filter) {
        return ask("first: 0, filter: " + filter, "estimate", ANYBODY);
    }

    private static String ask(String arguments, String fields, Principal caller) {
        var answer = BothWays.ask(subgraph, "{ s: labThingSelection(" + arguments + ") { " + fields + " } }", caller);
        assertThat(answer.get("errors")).as(answer.toString()).isNull();
        return answer.at("/data/s").toString();
    }
}
