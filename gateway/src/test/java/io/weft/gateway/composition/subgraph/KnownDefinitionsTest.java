package io.weft.gateway.composition.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.Remembered;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.problem.Hint;
import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Composing with what the composition before has read comes to what composing without comes to. */
class KnownDefinitionsTest {

    private static final String BOOKS = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])

            type Query {
              books: [Book!]!
            }

            "A book"
            type Book @key(fields: "id") {
              id: ID!
              title: String
            }
            """;
    private static final String AUTHORS = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])

            type Query {
              authors: [Author!]!
            }

            type Author {
              name: String
              books: [Book!]!
            }

            type Book @key(fields: "id") {
              id: ID!
            }
            """;

    private final KnownDefinitions known = new KnownDefinitions();

    private static List<SubgraphSource> sources(String... sdl) {
        return Stream.of(sdl)
                .map(each -> new SubgraphSource(
                        new SubgraphName("s" + List.of(sdl).indexOf(each)), URI.create("http://s/graphql"), each))
                .toList();
    }

    /** All that is said of it. */
    private static String told(CompositionResult result) {
        return switch (result) {
            case CompositionResult.Composed composed ->
                composed.supergraphSdl()
                        + composed.hints().stream().map(Hint::print).toList();
            case CompositionResult.Refused(List<CompositionError> errors) ->
                errors.stream().map(CompositionError::print).toList().toString();
        };
    }

    private String again(String... sdl) {
        String told = told(new Composer(StitchedGraph.PLAIN, new Remembered(known)).compose(sources(sdl)));
        assertThat(told).isEqualTo(told(new Composer().compose(sources(sdl))));
        return told;
    }

    @Test
    void onlyWhatHasChangedIsReadAgain() {
        again(BOOKS, AUTHORS);
        // What both say of Query's beginning differs, and so do their books.
        assertThat(known.read()).isEqualTo(5);
        again(BOOKS, AUTHORS);
        assertThat(known.read()).isZero();
        again(BOOKS.replace("title", "name"), AUTHORS);
        assertThat(known.read()).isEqualTo(1);
        again(BOOKS.replace("type Book ", "type Shelf {\n  books: [Book!]!\n}\n\ntype Book "), AUTHORS);
        assertThat(known.read()).as("the shelf, and the book as it was before").isEqualTo(2);
        assertThat(again(BOOKS, AUTHORS)).doesNotContain("Shelf");
    }

    @Test
    void errorsNameTheLinesOfToday() {
        again(BOOKS, AUTHORS);
        String longer = BOOKS.replace("\"A book\"", "type Shelf {\n  books: [Nothing!]!\n}\n\n\"A book\"");
        assertThat(again(longer, AUTHORS)).contains("s0:8");
        assertThat(again(longer.replace("  title", "\n\n  title: Int\n  title"), AUTHORS))
                .contains("title");
        assertThat(again(BOOKS, AUTHORS)).contains("type Book");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\"\"\"\nThis ends\n}\nnothing\n\"\"\"\ntype Odd {\n  a: Int\n}\n",
                "\ntype Odd {\n  a(by: By = {\n  b: 1\n}\n): Int\n}\n\ninput By {\n  b: Int\n}\n",
                "\n# a word at the end\n",
                "\ntype Odd {\n",
                "\n}\n",
                "\n{ books }\n",
                "\r\ntype Odd {\r\n  a: Int\r\n}\r\n",
                "\nscalar Odd"
            })
    void whatIsCutWronglyIsReadAsAWhole(String more) {
        again(BOOKS, AUTHORS);
        again(BOOKS + more, AUTHORS);
        again(BOOKS + more, AUTHORS);
        again(BOOKS, AUTHORS + more);
    }

    @Test
    void aSubgraphWithoutADefinitionIsRefusedAsEver() {
        assertThat(again(BOOKS, "")).contains("s1");
        assertThat(again(BOOKS, "\n\n")).contains("s1");
    }
}
