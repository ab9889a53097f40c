package io.weft.gateway.reload;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrintIntrospectionTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SDL = """
            schema { query: TheQuery mutation: Change }
            "An \\"interface\\"\\nin two lines"
            interface Node { "its id" id: ID! }
            type TheQuery { node(id: ID!, deep: [[In!]!] = [[{ n: 1, on: true, text: "a \\"b\\"" }]], kind: Kind = A): Node all: [Thing!] when: Date }
            type Change { set(in: In): Int @deprecated(reason: "say \\"no\\"") }
            type A implements Node { id: ID! }
            type B implements Node { id: ID! old: Int @deprecated }
            union Thing = A | B
            enum Kind { "first" A B @deprecated(reason: "old") }
            input In { n: Int = 3 on: Boolean! text: String }
            scalar Date
            """;

    @Test
    void theSchemaIsTheOneThatTheServiceHas() {
        ExecutionResult answer = GraphQL.newGraphQL(schema(SDL)).build().execute(IntrospectionQuery.TEXT);
        JsonNode data = JSON.valueToTree(answer.toSpecification()).path("data");

        String printed = new PrintIntrospection(data).print().orElseThrow();

        assertThat(answer.getErrors()).isEmpty();
        assertThat(print(schema(printed))).isEqualTo(print(schema(SDL)));
    }

    @Test
    void whatIsNoAnswerToIntrospectionIsNoSchema() {
        assertThat(new PrintIntrospection(JSON.readTree("{}")).print()).isEmpty();
        assertThat(new PrintIntrospection(JSON.readTree("{\"__schema\":{\"types\":[]}}")).print())
                .isEmpty();
        assertThat(new PrintIntrospection(JSON.readTree("{\"__schema\":null}")).print())
                .isEmpty();
    }

    @Test
    void aServerThatTellsLessThanItShouldIsUnderstood() {
        String data = """
                {"__schema":{"queryType":{"name":"Query"},"types":[
                  {"kind":"OBJECT","name":"Query","fields":[{"name":"a","type":{"kind":"SCALAR","name":"Int"}}]},
                  {"kind":"SCALAR","name":"Int"},{"kind":"OBJECT","name":"__Type","fields":[]}]}}
                """;

        assertThat(new PrintIntrospection(JSON.readTree(data)).print())
                .contains("schema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n");
    }

    private static GraphQLSchema schema(String sdl) {
        TypeDefinitionRegistry types = new SchemaParser().parse(sdl);
        return new SchemaGenerator()
                .makeExecutableSchema(
                        types,
                        RuntimeWiring.newRuntimeWiring()
                                .wiringFactory(new MockedWiringFactory())
                                .build());
    }

    private static String print(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeSchemaDefinition(true)).print(schema);
    }
}
