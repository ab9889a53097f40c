package io.weft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefuseNullsTest {

    private final GraphQL graphQl = GraphQL.newGraphQL(new SchemaGenerator()
                    .makeExecutableSchema(
                            new SchemaParser().parse("""
                            type Query { field(one: Int!, some: Int! = 1, free: Int, many: [Int!], all: In): Query answer: Int }
                            input In { most: Int! = 1, free: Int, in: [In!], not: In }
                            """),
                            RuntimeWiring.newRuntimeWiring()
                                    .type(
                                            "Query",
                                            type -> type.dataFetcher(
                                                    "field", environment -> environment.getArguments()))
                                    .build()))
            .instrumentation(new RefuseNulls())
            .build();

    private ExecutionResult ask(String document) {
        return graphQl.execute(ExecutionInput.newExecutionInput(document)
                .variables(Collections.singletonMap("null", null))
                .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query($null: Int = 1) { field(one: $null) { answer } }|field.one|Int!",
                "query($null: Int) { field(one: 1, some: $null) { answer } }|field.some|Int!",
                "query($null: Int = 1) { field(one: 1, many: [2, $null]) { answer } }|field.many[1]|Int!",
                "query($null: Int) { a: field(one: 1) { field(one: 1, all: {not: {most: $null}}) { answer } } }|field.all.not.most|Int!",
                "query($null: In = {}) { field(one: 1, all: {in: [{}, $null]}) { answer } }|field.all.in[1]|In!",
                "query($null: Int) { field(one: 1, all: {in: {most: $null}}) { answer } }|field.all.in.most|Int!",
                "query($null: Int = 1) { ...F } fragment F on Query { field(one: $null) { answer } }|field.one|Int!"
            })
    void aNullWhereNoneMayBeIsRefusedWithItsPlace(String document, String place, String type) {
        ExecutionResult result = ask(document);
        assertThat(result.isDataPresent()).isFalse();
        assertThat(result.getErrors())
                .extracting(GraphQLError::getMessage)
                .containsExactly(
                        place + ": the variable \"$null\" is null, but a value of type \"" + type + "\" is needed");
        assertThat(result.getErrors().getFirst().getExtensions())
                .containsExactly(Map.entry("code", "BAD_USER_INPUT"), Map.entry("argument", place));
    }

    @Test
    void aNullWhereOneMayBeIsAnswered() {
        ExecutionResult result = ask(
                "query($null: Int = 1, $list: [Int!] = [1]) { field(one: 1, free: $null, many: $list, all: {free: $null, in: []}) { answer } }");
        assertThat(result.getErrors()).isEmpty();
        assertThat(result.isDataPresent()).isTrue();
    }

    @Test
    void whatIsNotAskedIsNotRefused() {
        assertThat(ask("query($null: Int = 1) { field(one: $null) @skip(if: true) { answer } answer }")
                        .getErrors())
                .isEmpty();
    }
}
