package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ReadSupergraph;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.reload.ConfigurationWatch.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of configurations whose parts meet. */
class StitchedCompositionTest {

    private static final String STITCHED = """
            subgraphs:
              - name: a
                url: http://a/graphql
                schema: { sdl: "type Query { t(id: ID!): T } type T { id: ID! n: Int }" }
                merge: { T: { selectionSet: "{ id }", fieldName: t, args: "id: $key.id" } }
            """;
    private static final String TRANSFORMED = """
            subgraphs:
              - name: a
                url: http://a/graphql
                schema: { sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3") type Query { t: T } type T { id: ID! }' }
                transforms: [ { renameFields: { T.id: key } } ]
            """;
    private static final String LOCAL = """
            subgraphs:
              - name: a
                url: http://a/graphql
                schema: { sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3") type Query { t: Int }' }
            typeDefs: 'extend type Query { version: String! }'
            resolvers: { Query.version: { constant: "1" } }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {STITCHED, TRANSFORMED, LOCAL})
    void aSupergraphSdlOfWhatOnlyAConfigurationTellsIsRefused(String yaml) throws IOException {
        CompositionResult read = new ReadSupergraph().read(composed(yaml).supergraphSdl());

        assertThat(read).isInstanceOf(CompositionResult.Refused.class);
        assertThat(((CompositionResult.Refused) read)
                        .errors().stream().map(CompositionError::print).toList())
                .anyMatch(error -> error.contains("UNSUPPORTED_LINKED_FEATURE")
                        && error.contains("https://specs.weft.io/stitching/v0.1"));
    }

    @Test
    void twoServicesMayShareANamespaceAndBeLookedUpThroughItByRenamedArguments() throws IOException {
        CompositionResult.Composed composed = composed("""
                subgraphs:
                  - name: a
                    url: http://a/graphql
                    schema: { sdl: "type Query { t(id: ID!): T ts: [T!]! } type T { id: ID! n: Int }" }
                    transforms: [ { renameArguments: { Query.t.id: key } }, { namespace: shop } ]
                    merge: { T: { selectionSet: "{ id }", fieldName: shop.t, args: "key: $key.id" } }
                  - name: b
                    url: http://b/graphql
                    schema: { sdl: "type Query { bs(ids: [ID!]!): [T]! } type T { id: ID! m: Int }" }
                    transforms: [ { namespace: shop } ]
                    merge: { T: { selectionSet: "{ id }", fieldName: shop.bs, args: "ids: [[$key.id]]" } }
                """);

        assertThat(composed.supergraph().apiSchema().getObjectType("ShopQuery").getFieldDefinitions())
                .extracting(field -> field.getName())
                .containsExactlyInAnyOrder("t", "ts", "bs");
        assertThat(composed.supergraph().lookups("T")).hasSize(2);
    }

    private CompositionResult.Composed composed(String yaml) throws IOException {
        Path file = folder.resolve("gateway.yaml");
        Files.writeString(file, yaml);
        if (new ReadSettings(List.of()).fromFile(file)
                instanceof Result.Refused<GraphSettings>(List<String> problems)) {
            throw new AssertionError(problems);
        }
        return switch (StitchingScenariosTest.compose(folder)) {
            case CompositionResult.Composed composed -> composed;
            case CompositionResult.Refused(List<CompositionError> errors) ->
                throw new AssertionError(
                        errors.stream().map(CompositionError::print).toList());
        };
    }
}
