package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.schema.Selector;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of a selection as a whole. */
class SelectionFacetsTest {

    private static final String FACETS =
            "facets { trait { color(top: 2) { value count } size { min max histogram(buckets: 2) { from to count } } }"
                    + " p: part { gene { value count } } kind { max } }";

    private static ScenarioSubgraph subgraph;

    @BeforeAll
    static void start() throws SQLException {
        subgraph = new ScenarioSubgraph(
                """
                CREATE TABLE item (number integer PRIMARY KEY, owner text NOT NULL, kind integer);
                CREATE TABLE trait (item_number integer PRIMARY KEY REFERENCES item, owner text NOT NULL, color text, size double precision);
                CREATE TABLE part (id integer PRIMARY KEY, item_number integer NOT NULL REFERENCES item, owner text NOT NULL, gene text);
                INSERT INTO item SELECT n, CASE n WHEN 5 THEN 'ada' ELSE '' END, n FROM generate_series(1, 6) n;
                INSERT INTO trait VALUES (1, '', 'red', 0), (2, '', 'red', 4), (3, '', 'blue', 10), (4, '', NULL, 'NaN'), (5, 'ada', 'hidden', 99);
                INSERT INTO part VALUES (1, 1, '', 'a'), (2, 1, '', 'a'), (3, 2, '', 'a'), (4, 2, '', 'b'), (5, 5, 'ada', 'secret');
                CREATE TABLE note (number integer PRIMARY KEY, tags text[], sizes integer[], grade text, seen date, at timestamptz, level double precision);
                INSERT INTO note VALUES
                  (1, '{new,new}', '{2,3}', 'b', '2024-02-01', '2024-02-01 10:10Z', 0), (2, '{new,old}', '{2}', 'c', '2024-02-29', '2024-02-01 10:50Z', 2),
                  (3, '{}', NULL, 'b', '2025-12-31', '2024-02-02 10:50Z', 8), (4, NULL, '{3,3}', 'c', NULL, NULL, 7), (5, '{new}', '{7}', 'a', '2024-01-01', NULL, NULL);
                CREATE TABLE extreme (number integer PRIMARY KEY, level double precision);
                CREATE TABLE reading (number integer PRIMARY KEY, level double precision);
                INSERT INTO reading SELECT n, n / 100.0 FROM generate_series(0, 100) n;
                INSERT INTO extreme VALUES (1, 1.7976931348623157e308), (2, -1.7976931348623157e308), (3, 0), (4, 1e-308), (5, 1e308), (6, 'Infinity');
                ALTER TABLE item ENABLE ROW LEVEL SECURITY;
                ALTER TABLE trait ENABLE ROW LEVEL SECURITY;
                ALTER TABLE part ENABLE ROW LEVEL SECURITY;
                CREATE POLICY p ON item USING (owner IN ('', (SELECT weft.user_id())));
                CREATE POLICY p ON trait USING (owner IN ('', (SELECT weft.user_id())));
                CREATE POLICY p ON part USING (owner IN ('', (SELECT weft.user_id())));
                """,
                publication -> List.of(
                        Selector.of(publication.type("Item"), "number", "Lab"),
                        Selector.of(publication.type("Note"), "number", "Lab"),
                        Selector.of(publication.type("Extreme"), "number", "Lab"),
                        Selector.of(publication.type("Reading"), "number", "Lab")));
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    @Test
    void facetsAreOfAllThatIsVisibleWhereNothingIsAsked() {
        assertThat(facets(Principal.anonymous(), "first: 0"))
                .isEqualTo(
                        "{\"trait\":{\"color\":[{\"value\":\"red\",\"count\":2},{\"value\":\"blue\",\"count\":1}],"
                                + "\"size\":{\"min\":0.0,\"max\":10.0,\"histogram\":[{\"from\":0.0,\"to\":5.0,\"count\":2},"
                                + "{\"from\":5.0,\"to\":10.0,\"count\":1}]}},"
                                + "\"p\":{\"gene\":[{\"value\":\"a\",\"count\":2},{\"value\":\"b\",\"count\":1}]},\"kind\":{\"max\":6.0}}");
        assertThat(facets(Principal.user("ada", List.of(Role.DEPOSITOR), List.of()), "first: 0"))
                .contains("\"max\":99.0", "secret");
    }

    @Test
    void facetsAreOfTheFilteredSetAndOfTheKeysThatItLiesWithin() {
        assertThat(facets(Principal.anonymous(), "first: 0, filter: {part: {some: {gene: {eq: \"b\"}}}}"))
                .isEqualTo(
                        "{\"trait\":{\"color\":[{\"value\":\"red\",\"count\":1}],"
                                + "\"size\":{\"min\":4.0,\"max\":4.0,\"histogram\":[{\"from\":4.0,\"to\":4.0,\"count\":1}]}},"
                                + "\"p\":{\"gene\":[{\"value\":\"a\",\"count\":1},{\"value\":\"b\",\"count\":1}]},\"kind\":{\"max\":2.0}}");
        assertThat(facets(
                        Principal.anonymous(),
                        "first: 0, within: \"" + KeySet.of(4, 5, 6).encoded() + "\", filter: {not: {kind: {eq: 6}}}"))
                .isEqualTo(
                        "{\"trait\":{\"color\":[{\"value\":null,\"count\":1}],\"size\":{\"min\":null,\"max\":null,\"histogram\":[]}},"
                                + "\"p\":{\"gene\":[]},\"kind\":{\"max\":4.0}}");
    }

    @Test
    void anElementOfAListCountsOnceForItsEntityAndNoElementIsNull() {
        assertThat(facet("tags { value count }"))
                .isEqualTo(
                        "[{\"value\":\"new\",\"count\":3},{\"value\":null,\"count\":2},{\"value\":\"old\",\"count\":1}]");
        assertThat(facet("sizes(top: 1) { value count }")).isEqualTo("[{\"value\":2,\"count\":2}]");
    }

    @Test
    void valuesThatAreAsFrequentComeInTheirOrderAndTheTopIsTheFirstOfThem() {
        assertThat(facet("grade(top: 2) { value count }"))
                .isEqualTo("[{\"value\":\"b\",\"count\":2},{\"value\":\"c\",\"count\":2}]");
        assertThat(facet("grade(top: 3) { value count }")).endsWith(",{\"value\":\"a\",\"count\":1}]");
    }

    @Test
    void daysAndMomentsAreCountedByTheYearOrMonthThatTheyAreIn() {
        assertThat(facet("seen(truncate: YEAR) { value count }"))
                .isEqualTo(
                        "[{\"value\":\"2024-01-01\",\"count\":3},{\"value\":\"2025-01-01\",\"count\":1},{\"value\":null,\"count\":1}]");
        assertThat(facet("seen(truncate: MONTH, top: 1) { value count }"))
                .isEqualTo("[{\"value\":\"2024-02-01\",\"count\":2}]");
        assertThat(facet("at(truncate: HOUR) { value count }"))
                .startsWith("[{\"value\":\"2024-02-01T10:00:00.000Z\",\"count\":2}");
    }

    @Test
    void theGreatestIsOfTheLastPartOfAHistogramAndAValueBetweenTwoPartsOfTheSecond() {
        assertThat(facet("level { min max histogram(buckets: 4) { from to count } }"))
                .isEqualTo(
                        "{\"min\":0.0,\"max\":8.0,\"histogram\":[{\"from\":0.0,\"to\":2.0,\"count\":1},"
                                + "{\"from\":2.0,\"to\":4.0,\"count\":1},{\"from\":4.0,\"to\":6.0,\"count\":0},{\"from\":6.0,\"to\":8.0,\"count\":2}]}");
    }

    /** Of 100 parts of 1 each begins with one of the values, and has no other; 0.29 * 100 is less than 29. */
    @Test
    void aPartOfAHistogramCountsWhatItsBoundsSay() {
        assertThat(facet("Reading", "level { histogram(buckets: 100) { count } }"))
                .isEqualTo("{\"histogram\":[" + "{\"count\":1},".repeat(99) + "{\"count\":2}]}");
    }

    @Test
    void aHistogramReachesFromTheLeastNumberThereCanBeToTheGreatest() {
        assertThat(facet("Extreme", "level { histogram(buckets: 3) { from to count } }"))
                .isEqualTo(
                        "{\"histogram\":[{\"from\":-1.7976931348623157E+308,\"to\":-5.992310449541052E+307,\"count\":1},"
                                + "{\"from\":-5.992310449541052E+307,\"to\":5.992310449541054E+307,\"count\":2},"
                                + "{\"from\":5.992310449541054E+307,\"to\":1.7976931348623157E+308,\"count\":2}]}");
    }

    private static String facet(String facet) {
        return facet("Note", facet);
    }

    private static String facet(String type, String facet) {
        var answer = BothWays.ask(
                subgraph,
                "{ s: lab" + type + "Selection(first: 0) { facets { facet: " + facet + " } } }",
                Principal.anonymous());
        assertThat(answer.get("errors")).as(answer.toString()).isNull();
        return answer.at("/data/s/facets/facet").toString();
    }

    private static String facets(Principal caller, String arguments) {
        var answer = BothWays.ask(
                subgraph, "{ s: labItemSelection(" + arguments + ") { complete " + FACETS + " } }", caller);
        assertThat(answer.get("errors")).as(answer.toString()).isNull();
        return answer.at("/data/s/facets").toString();
    }
}
