package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Between two pages the columns that are ordered by change: a place in one order is none in another, even where its values can be read. */
class CursorsOfOtherTypesTest {

    private static final String TABLES = """
            CREATE DOMAIN level AS integer CHECK (VALUE > 0);
            CREATE TABLE item (id integer PRIMARY KEY, rank integer, word text, note text);
            INSERT INTO item SELECT n, n + 7, n, n FROM generate_series(1, 5) n;""";

    private static final String REFUSED =
            "item.after: since this cursor was made, what is ordered by has got another type. Begin with the first page";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            rank | ALTER TABLE item ALTER rank TYPE text                                        | refused
            rank | ALTER TABLE item ALTER rank TYPE date USING date '2020-01-01' + rank         | refused
            rank | ALTER TABLE item RENAME rank TO old; ALTER TABLE item RENAME word TO rank    | refused
            word | ALTER TABLE item ALTER word TYPE integer USING word::integer                 | refused
            id   | ALTER TABLE item ALTER id TYPE text                                          | refused
            rank | ALTER TABLE item ALTER rank TYPE level                                       | 3
            word | ALTER TABLE item ALTER word TYPE varchar(20)                                 | refused
            word | ALTER TABLE item RENAME word TO old; ALTER TABLE item RENAME note TO word    | 3
            rank | ALTER TABLE item ADD more integer DEFAULT 1                                  | 3
            """)
    void aPlaceIsOneOfItsType(String column, String change, String next) throws SQLException {
        try (ScenarioSubgraph subgraph = new ScenarioSubgraph(TABLES)) {
            String cursor = page(subgraph, column, "")
                    .at("/data/item/pageInfo/endCursor")
                    .asString();
            subgraph.change(change);

            JsonNode answer = page(subgraph, column, ", after: \"" + cursor + "\"");

            if (next.equals("refused")) {
                assertThat(answer.at("/errors/0/message").asString(answer.toString()))
                        .isEqualTo(REFUSED);
                assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
            } else {
                assertThat(answer.at("/data/item/nodes/0/id").asString(answer.toString()))
                        .isEqualTo(next);
            }
        }
    }

    private static JsonNode page(ScenarioSubgraph subgraph, String column, String after) {
        return subgraph.ask(
                "{ item(orderBy: [{" + column + ": ASC}], first: 2" + after
                        + ") { nodes { id } pageInfo { endCursor } } }",
                Map.of(),
                Principal.anonymous());
    }
}
