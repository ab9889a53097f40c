package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.reload.ConfigurationWatch.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a field of the gateway's own is told at the start, with its line and what may have been meant. */
class GatewayFieldErrorsTest {

    private static final String SERVICES = """
            subgraphs:
              - name: reviews
                url: http://reviews/graphql
                dialect: stitching
                schema:
                  sdl: |
                    type Query { reviews: [Review!]! }
                    type Review { id: ID! productUpc: String upcs: [String!] others: [Other!] deep: [[ID!]] score: Float by: By }
                    type Other { upc: ID shop: ID }
                    union By = Other
              - name: products
                url: http://products/graphql
                schema:
                  sdl: |
                    type Query { product(upc: ID!): Product hidden: Hidden }
                    type Product { upc: ID! name: String number: Int maker: Maker }
                    type Maker { id: ID! }
                    type Hidden { id: ID! secret: Int }
                merge:
                  Product: { selectionSet: "{ upc }", fieldName: product, args: "upc: $key.upc" }
            """;
    /** Where typeDefs have their first line, and resolvers theirs. */
    private static final int DEFINITION = 22;

    private static final int RESOLVER = 24;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            extend type Review { product: Prodct } | { key: "upc: $key.productUpc" } | 22 | Review.product is of type Prodct, which nobody defines; did you mean Product?
            extend type Revew { product: Product } | { key: "upc: $key.productUpc" } | 22 | Revew.product extends Revew, which no service has as an object type; did you mean Review?
            extend type Review { id: Product } | { key: "upc: $key.productUpc" } | 22 | Review.id is a field of reviews already
            extend type Review { product(a: Int): Product } | { key: "upc: $key.productUpc" } | 22 | Review.product has arguments
            extend type Review { product: Product produkt: Product } | { key: "upc: $key.productUpc" } | 22 | Review.produkt has no resolver
            extend type Review { product: By } | { key: "upc: $key.productUpc" } | 24 | By is no object type
            extend type Review { product Product } | { key: "upc: $key.productUpc" } | 22 | in typeDefs:
            extend type Mutation { product: Product } | { key: "upc: $key.productUpc" } | 22 | Mutation
            interface Thing { product: Product } | { key: "upc: $key.productUpc" } | 22 | typeDefs have the interface type Thing
            extend type Review { prodct: Product } | { key: "upc: $key.productUpc" } | 24 | there is a resolver of Review.product, but typeDefs define no such field; did you mean Review.prodct?
            extend type Review { product: Product } | { key: "upk: $key.productUpc" } | 24 | its key has upk, but Product has no field upk; did you mean upc?
            extend type Review { product: Product } | { key: "upc $key.productUpc" } | 24 | '$' stands where ':' is expected
            extend type Review { product: Product } | { key: "upc: $key" } | 24 | say which field of it, $key.field
            extend type Review { product: Product } | { key: "upc: [[$key.upcs]]" } | 24 | a link is made of one object
            extend type Review { product: Product } | { key: "upc: $key.productUpk" } | 24 | Review has no field productUpk
            extend type Review { product: Product } | { selectionSet: "{ productUpk }", key: "upc: $key.productUpk" } | 24 | Review has no field productUpk
            extend type Review { product: Product } | { selectionSet: "{ id }", key: "upc: $key.productUpc" } | 24 | the key of Review.product has $key.productUpc, but its selection set is 'id'
            extend type Review { product: Product } | { selectionSet: "{ id", key: "upc: $key.id" } | 24 | is not a selection of fields
            extend type Review { product: Product } | { key: "upc: $key.upcs" } | 24 | it is Product, but upc is given $key.upcs, [String]
            extend type Review { product: [Product] } | { key: "upc: $key.deep" } | 24 | it is [Product], but upc is given $key.deep, [[ID]]
            extend type Review { product: [Product] } | { key: "upc: $key.productUpc" } | 24 | it is [Product], but nothing in its key, { upc: $key.productUpc }, is a list
            extend type Review { product: [Product] } | { key: "upc: $key.upcs, name: $key.others.shop" } | 24 | nothing says how their elements belong together
            extend type Review { product: Product } | { key: "number: $key.score" } | 24 | number is Int, but is given $key.score, Float
            extend type Review { product: Product } | { key: "number: true" } | 24 | number is Int, which true is not
            extend type Review { product: Product } | { key: "maker: $key.id" } | 24 | maker is Maker, but is given $key.id, ID
            extend type Review { product: Product } | { key: "name: $key.id" } | 24 | no plan can answer
            extend type Review { product: Hidden } | { key: "id: $key.id" } | 24 | no plan can answer
            extend type Review { product: Int! } | { constant: null } | 24 | the constant of Review.product does not fit: null where Int! is asked for
            extend type Review { product: Int! } | { constant: one } | 24 | does not fit: one where Int is asked for
            extend type Review { product: Mine } type Mine { a: Int! b: Int } | { constant: { b: 1 } } | 24 | does not fit: it lacks a of Mine
            extend type Review { product: Mine } type Mine { a: Int } | { constant: { aa: 1 } } | 24 | there is no field aa of Mine; did you mean a?
            extend type Review { product: Mine } enum Mine { ONE TWO } | { constant: ONNE } | 24 | there is no value ONNE of Mine; did you mean ONE?
            extend type Review { product: Product } | { constant: { upc: 1 } } | 24 | it is a Product of a service's: refer to it by its key
            extend type Review { product: Product } | { constant: 1, key: "upc: $key.id" } | 24 | constant or key, not both
            extend type Review { product: Product } | { selectionSet: "{ id }" } | 24 | needs a constant, or the key of an object
            extend type Review { product: Product } | { ky: "upc: $key.id" } | 24 | the resolver of Review.product has no 'ky'; did you mean key?
            """)
    void aMistakeIsToldWithTheLineOfTheYaml(String definition, String resolver, int line, String problem)
            throws IOException {
        String told = problems(
                SERVICES + "typeDefs: |\n  " + definition + "\nresolvers:\n  Review.product: " + resolver + "\n");

        assertThat(told).contains(problem);
        if (!problem.startsWith("no plan")) {
            assertThat(told).contains("gateway.yaml:" + line);
        }
        assertThat(line).isIn(DEFINITION, RESOLVER);
    }

    @Test
    void aServiceMayNotBeCalledAsTheGatewayIs() throws IOException {
        assertThat(problems(SERVICES.replace("name: reviews", "name: gateway")
                        + "typeDefs: 'extend type Query { a: Int }'\nresolvers: { Query.a: { constant: 1 } }\n"))
                .contains("a subgraph is called gateway, as the gateway's own fields are");
    }

    @Test
    void definitionsInOneLineHaveThatLine() throws IOException {
        assertThat(problems(SERVICES
                        + "typeDefs: 'extend type Query { a: In }'\nresolvers: { Query.a: { constant: 1 } }\n"))
                .contains("gateway.yaml:21")
                .contains("Query.a is of type In, which nobody defines");
    }

    private String problems(String yaml) throws IOException {
        Path file = folder.resolve("gateway.yaml");
        Files.writeString(file, yaml);
        if (new ReadSettings(List.of()).fromFile(file)
                instanceof Result.Refused<GraphSettings>(List<String> problems)) {
            return String.join("\n", problems);
        }
        return switch (StitchingScenariosTest.compose(folder)) {
            case CompositionResult.Composed composed -> "composed";
            case CompositionResult.Refused(List<CompositionError> errors) ->
                String.join("\n", errors.stream().map(CompositionError::print).toList());
        };
    }
}
