package io.weft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocateWrongValuesTest {

    private final GraphQL graphQl = GraphQL.newGraphQL(new SchemaGenerator()
                    .makeExecutableSchema(
                            new SchemaParser().parse("""
                            type Query { field(one: Int, all: In): Int }
                            input In { size: Int, sizes: [Int!], in: [In!], kind: Kind }
                            enum Kind { PAPER }
                            """),
                            RuntimeWiring.newRuntimeWiring()
                                    .type("Query", type -> type.dataFetcher("field", environment -> 1))
                                    .build()))
            .instrumentation(new LocateWrongValues())
            .build();

    private ExecutionResult ask(String document, Map<String, Object> variables) {
        return graphQl.execute(
                ExecutionInput.newExecutionInput(document).variables(variables).build());
    }

    @Test
    void each_wrong_value_is_told_with_its_place() {
        ExecutionResult result = ask(
                "query($all: In) { field(all: $all) }",
                Map.of("all", Map.of("in", List.of(Map.of("sizes", List.of(1, "x")), Map.of("kind", "GHOST")))));
        assertThat(result.isDataPresent()).isFalse();
        assertThat(result.getErrors())
                .extracting(GraphQLError::getMessage)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(
                                        "Variable \"$all\" got an invalid value \"x\" at \"all.in[0].sizes[1]\": expected type \"Int\"; "),
                        second -> assertThat(second)
                                .startsWith(
                                        "Variable \"$all\" got an invalid value \"GHOST\" at \"all.in[1].kind\": expected type \"Kind\"; "));
        assertThat(result.getErrors().getFirst().getExtensions())
                .containsEntry("code", "BAD_USER_INPUT")
                .containsEntry("argument", "all.in[0].sizes[1]");
    }

    @Test
    void a_single_value_stands_for_a_list_of_itself() {
        assertThat(ask("query($all: In) { field(all: $all) }", Map.of("all", Map.of("sizes", "x")))
                        .getErrors())
                .extracting(GraphQLError::getMessage)
                .singleElement()
                .asString()
                .contains("at \"all.sizes\"");
    }

    @Test
    void of_several_operations_the_one_that_was_asked_for_is_looked_at() {
        ExecutionResult result = graphQl.execute(ExecutionInput.newExecutionInput(
                        "query A($one: In) { field(all: $one) } query B($one: Int) { field(one: $one) }")
                .operationName("B")
                .variables(Map.of("one", "x"))
                .build());
        assertThat(result.getErrors())
                .extracting(GraphQLError::getMessage)
                .singleElement()
                .asString()
                .startsWith("Variable \"$one\" got an invalid value \"x\": expected type \"Int\"; ");
    }

    @Test
    void what_is_right_is_answered() {
        assertThat(ask("query($all: In) { field(all: $all) }", Map.of("all", Map.of("size", 1)))
                        .getErrors())
                .isEmpty();
    }
}
