package io.weft.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLSchema;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The planner sees the whole schema, clients what is not inaccessible: two schemas, where these differ. */
class WholeSchemaTest {

    private static final String SDL = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@inaccessible"])
            type Query { book(kind: Kind, by: By, late: Int): Book }
            type Book @key(fields: "id") { id: ID! number: Int }
            input By { title: String year: Int }
            enum Kind { NOVEL ESSAY }
            scalar Unused
            """;

    @Test
    void whereClientsSeeAllOneSchemaIsBuilt() {
        Supergraph supergraph = compose(SDL);
        assertThat(supergraph.schema()).isSameAs(supergraph.apiSchema());
    }

    @ParameterizedTest
    @ValueSource(strings = {"late: Int", "number: Int", "year: Int", "ESSAY", "scalar Unused"})
    void whatIsInaccessibleIsInTheWholeSchemaOnly(String hidden) {
        Supergraph supergraph = compose(SDL.replace(hidden, hidden + " @inaccessible"));
        assertThat(names(supergraph.schema())).isEqualTo(names(compose(SDL).schema()));
        assertThat(names(supergraph.apiSchema())).isNotEqualTo(names(supergraph.schema()));
    }

    private static List<Object> names(GraphQLSchema schema) {
        return List.of(
                schema.getQueryType().getFieldDefinition("book").getArguments().size(),
                schema.getObjectType("Book").getFieldDefinitions().size(),
                schema.containsType("Unused"),
                schema.getType("By").getChildren().size(),
                ((GraphQLEnumType) schema.getType("Kind")).getValues().size());
    }

    private static Supergraph compose(String sdl) {
        List<SubgraphSource> sources =
                List.of(new SubgraphSource(new SubgraphName("books"), URI.create("http://books/graphql"), sdl));
        return switch (new Composer().compose(sources)) {
            case CompositionResult.Composed composed -> composed.supergraph();
            case CompositionResult.Refused refused -> throw new AssertionError(refused.errors());
        };
    }
}
