package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A gateway composes anew when a subgraph's text changes: what is equal must be written equally. */
class EqualCatalogsTest {

    private static final List<String> TYPES = List.of(
            "CREATE TYPE mood AS ENUM ('in pain', 'in-pain', 'well')",
            "CREATE TYPE size AS (width integer, height integer)",
            "CREATE DOMAIN code AS text CHECK (length(VALUE) < 9)");
    private static final List<String> TABLES = List.of(
            "CREATE TABLE author (id integer PRIMARY KEY, name text NOT NULL UNIQUE, feels mood)",
            "CREATE TABLE book (id integer PRIMARY KEY, author_id integer, translator_id integer, isbn code NOT NULL, shelf text NOT NULL, slot integer NOT NULL, format size)",
            "CREATE TABLE review (book_id integer, nr integer, stars integer, PRIMARY KEY (book_id, nr))",
            "CREATE TABLE shelf (name text PRIMARY KEY)");
    private static final List<String> RULES = List.of(
            "ALTER TABLE book ADD CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author",
            "ALTER TABLE book ADD CONSTRAINT book_translator FOREIGN KEY (translator_id) REFERENCES author",
            "ALTER TABLE book ADD CONSTRAINT book_isbn UNIQUE (isbn)",
            "ALTER TABLE book ADD CONSTRAINT book_place UNIQUE (shelf, slot)",
            "ALTER TABLE review ADD CONSTRAINT review_book FOREIGN KEY (book_id) REFERENCES book",
            "ALTER TABLE book ADD CONSTRAINT book_shelf FOREIGN KEY (shelf) REFERENCES shelf",
            "COMMENT ON TABLE book IS E'A book\\n@writable'",
            "COMMENT ON COLUMN author.name IS 'As it stands on the cover'");

    @Test
    void tablesOfAnotherOrderOfBirthGiveTheSameText() throws SQLException {
        String first = published(new Random(0), false);
        for (int seed = 1; seed <= 4; seed++) {
            assertThat(published(new Random(seed), true)).as("seed %d", seed).isEqualTo(first);
        }
    }

    private static String published(Random random, boolean shuffled) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (List<String> part : List.of(TYPES, TABLES, RULES)) {
            List<String> inOrder = new ArrayList<>(part);
            if (shuffled) {
                Collections.shuffle(inOrder, random);
            }
            statements.addAll(inOrder);
        }
        try (ScenarioSubgraph subgraph = new ScenarioSubgraph(String.join(";\n", statements))) {
            return subgraph.sdl();
        }
    }
}
