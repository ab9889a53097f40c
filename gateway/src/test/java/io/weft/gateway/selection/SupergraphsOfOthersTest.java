package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.Gateway;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ReadSupergraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What other compositions write of these services, by {@code gateway/src/test/peers/selection.mjs}, offers the same selections as what we
 * compose. {@code -Dweft.goldens=rewrite} writes the services' schemas for them.
 */
class SupergraphsOfOthersTest extends OverLists {

    private static final Path FOLDER = Path.of("src/test/resources/selection");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("weft.goldens"));
    private static final List<String> QUERIES = List.of(
            "{ records(filter: {kind: {lt: 6}, not: {size: {lt: 4}}}, orderBy: [{near: DESC}], first: 7)"
                    + " { totalCount edges { cursor node { number kind size near } } facets { size { value count } } } }",
            "{ shelves { id records(filter: {sure: {lt: 9}}, orderBy: [{size: ASC}], last: 3)"
                    + " { totalCount nodes { number alike(first: 2) { totalCount nodes { number } } } } } }");

    @ParameterizedTest
    @ValueSource(strings = {"apollo", "guild"})
    void a_supergraph_that_another_composition_wrote_offers_the_same_selections(String peer) throws IOException {
        for (ListGraph graph : graphs()) {
            Path schema = FOLDER.resolve("subgraphs").resolve(graph.name() + ".graphqls");
            if (REWRITE) {
                Files.writeString(schema, graph.sdl());
            }
            assertThat(schema).content().isEqualTo(graph.sdl());
        }
        CompositionResult.Composed read = composed(new ReadSupergraph()
                .read(Files.readString(FOLDER.resolve("supergraphs").resolve(peer + ".graphqls"))));
        Gateway ours = gateway(SelectionSettings.USUAL);
        Gateway theirs = gateway(read.supergraph(), SelectionSettings.USUAL, request -> null);
        for (String query : QUERIES) {
            JsonNode expected = ask(ours, query, Map.of());
            assertThat(expected.has("errors")).as(expected.toString()).isFalse();
            assertThat(ask(theirs, query, Map.of())).isEqualTo(expected);
        }
    }
}
