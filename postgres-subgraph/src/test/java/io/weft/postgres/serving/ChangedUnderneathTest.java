package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Between a change and the schema that follows, what is served asks for what is no more: that is nobody's fault, and passes. */
class ChangedUnderneathTest {

    private static final String TABLES = """
            CREATE TABLE book (id integer PRIMARY KEY, title text);
            COMMENT ON TABLE book IS '@writable';
            CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO nowhere VALUES (NEW.id); RETURN NEW; END $$;
            CREATE TRIGGER log BEFORE UPDATE ON book FOR EACH ROW EXECUTE FUNCTION log();
            INSERT INTO book VALUES (1, 'One');""";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE book RENAME title TO name | { book { nodes { title } } }                               | UNAVAILABLE
            ALTER TABLE book DROP title           | mutation { insertBook(values: { id: 2, title: "T" }) { id } } | UNAVAILABLE
            DROP TABLE book                       | { bookById(id: 1) { title } }                               | UNAVAILABLE
            SELECT 1                              | mutation { updateBookById(id: 1, set: { title: "T" }) { id } } | INTERNAL
            """)
    void whoAsksForWhatIsNoMoreMayAskAgain(String change, String question, String code) throws SQLException {
        try (ScenarioSubgraph subgraph = new ScenarioSubgraph(TABLES)) {
            subgraph.changeUnseen(change);

            assertThat(subgraph.ask(question, Map.of(), Principal.anonymous())
                            .at("/errors/0/extensions/code")
                            .asString())
                    .isEqualTo(code);
        }
    }
}
