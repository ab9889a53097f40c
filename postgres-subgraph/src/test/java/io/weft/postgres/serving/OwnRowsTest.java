package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of what PostgreSQL cannot tell whether it has changed, nothing is remembered. */
class OwnRowsTest {

    private static final String ELSEWHERE =
            "CREATE EXTENSION file_fdw; CREATE SERVER elsewhere FOREIGN DATA WRAPPER file_fdw";
    private static final String BOOK = "CREATE TABLE book (id integer PRIMARY KEY, title text)";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE a (id integer PRIMARY KEY)                                                                                 | true
            CREATE TABLE a (id integer PRIMARY KEY) PARTITION BY LIST (id); CREATE TABLE a1 PARTITION OF a FOR VALUES IN (1)         | true
            CREATE MATERIALIZED VIEW a AS SELECT id, now() AS at FROM book; COMMENT ON MATERIALIZED VIEW a IS '@key id'                                                         | true
            CREATE VIEW a AS SELECT id, now() AS at FROM book; COMMENT ON VIEW a IS '@key id'                                                                      | false
            CREATE FOREIGN TABLE a (id integer) SERVER elsewhere OPTIONS (filename '/nowhere'); COMMENT ON FOREIGN TABLE a IS '@key id'                                                                    | false
            CREATE TABLE a (id integer) PARTITION BY LIST (id); COMMENT ON TABLE a IS '@key id'; CREATE FOREIGN TABLE a1 PARTITION OF a FOR VALUES IN (1) SERVER elsewhere OPTIONS (filename '/nowhere') | false
            CREATE TABLE a (id integer PRIMARY KEY); CREATE FOREIGN TABLE a1 () INHERITS (a) SERVER elsewhere OPTIONS (filename '/nowhere')                                   | false
            """)
    void onlyTheServersOwnTransactionsChangeWhatIsItsOwn(String also, boolean own) throws SQLException {
        try (ScenarioSubgraph subgraph = new ScenarioSubgraph(String.join(";\n", ELSEWHERE, BOOK, also))) {
            assertThat(subgraph.sdl()).contains("type A ");
            assertThat(subgraph.hasOwnRows()).isEqualTo(own);
        }
    }
}
