package io.weft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class RefuseLongNumbersTest {

    private static final String ASKED = "query($one: Int, $all: In) { field(one: $one, all: $all) }";

    private final GraphQL graphQl = GraphQL.newGraphQL(new SchemaGenerator()
                    .makeExecutableSchema(
                            new SchemaParser().parse("""
                            type Query { field(one: Int, all: In): Int }
                            input In { sizes: [Int!], in: [In!] }
                            """),
                            RuntimeWiring.newRuntimeWiring()
                                    .type(
                                            "Query",
                                            type -> type.dataFetcher(
                                                    "field", environment -> environment.getArgument("one")))
                                    .build()))
            .instrumentation(new RefuseLongNumbers())
            .build();

    private ExecutionResult ask(Map<String, Object> variables) {
        return graphQl.execute(
                ExecutionInput.newExecutionInput(ASKED).variables(variables).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "0e999999999"})
    void a_number_is_refused_before_its_digits_are_written(String number) {
        ExecutionResult result = ask(Map.of("one", new BigDecimal(number)));
        assertThat(result.getErrors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage()).isEqualTo("Variable \"$one\": the number has more than 150000 digits");
            assertThat(error.getExtensions()).containsEntry("code", "BAD_USER_INPUT");
        });
    }

    @Test
    void it_is_told_where_it_stands() {
        BigDecimal large = new BigDecimal("1e999999999");
        ExecutionResult result =
                ask(Map.of("one", 1, "all", Map.of("in", List.of(Map.of(), Map.of("sizes", List.of(1, large))))));
        assertThat(result.getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions()).containsEntry("argument", "all.in[1].sizes[1]"));
    }

    @Test
    void other_numbers_are_taken() {
        ExecutionResult result = ask(Map.of("one", new BigDecimal("1e3")));
        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<Map<String, Object>>getData()).containsEntry("field", 1000);
    }
}
