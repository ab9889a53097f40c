package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.weft.contracts.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every function of every column, groups by every column, their order and their conditions: what is published is answered. */
class AggregatesOfEveryTypeTest {

    /** What is asked of the tables of a scenario, without the rows of which GraphQL has no numbers, or PostgreSQL no truncated days. */
    private record Asked(String scenario, String table, String type, String filter) {}

    private static final List<Asked> ASKED = List.of(
            new Asked("types", "sample", "Sample", "(filter: { id: { ne: 2 } })"),
            new Asked("domains", "thing", "Thing", ""),
            new Asked("domains", "mix", "Mix", ""),
            new Asked("dates", "event", "Event", "(filter: { id: { ne: 6 } })"),
            new Asked("aggregates", "sample", "Sample", ""),
            new Asked("refused", "thing", "Thing", ""),
            new Asked("vectors_mixed", "item", "Item", ""));

    @TestFactory
    Stream<DynamicTest> everyTableOfTheScenarios() {
        return ASKED.stream().map(asked -> DynamicTest.dynamicTest(asked.toString(), () -> ask(asked)));
    }

    private static void ask(Asked asked) throws IOException, SQLException {
        String tables = Files.readString(Path.of("src/test/resources/scenarios", asked.scenario(), "schema.sql"));
        try (ScenarioSubgraph subgraph = new ScenarioSubgraph(tables)) {
            List<String> wrong = new ArrayList<>();
            for (String question : questions(subgraph.schema(), asked.type())) {
                String document = "{ " + asked.table() + asked.filter() + " { " + question + " } }";
                JsonNode answer = BothWays.askOnce(subgraph, document, Principal.anonymous());
                if (answer.has("errors")) {
                    wrong.add(document + " " + answer.at("/errors/0/message"));
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static List<String> questions(GraphQLSchema schema, String type) {
        List<String> questions = new ArrayList<>();
        GraphQLObjectType aggregate = Objects.requireNonNull(schema.getObjectType(type + "Aggregate"));
        for (GraphQLFieldDefinition function : aggregate.getFieldDefinitions()) {
            if (GraphQLTypeUtil.unwrapAll(function.getType()) instanceof GraphQLObjectType columns) {
                String name =
                        function.getName().equals("percentile") ? "percentile(fraction: 0.5)" : function.getName();
                for (GraphQLFieldDefinition column : columns.getFieldDefinitions()) {
                    questions.add("aggregate { " + name + " { " + selected(column) + " } }");
                }
            }
        }
        List<String> columns = values(schema, type + "AggregateColumn");
        GraphQLObjectType key = Objects.requireNonNull(schema.getObjectType(type + "AggregateKey"));
        for (String column : columns) {
            questions.add("groups(by: [{ column: " + column + " }], orderBy: [{ key: { " + column
                    + ": DESC_NULLS_FIRST } }]) { key { " + selected(key.getFieldDefinition(column))
                    + " } aggregate { count } }");
            if (GraphQLTypeUtil.simplePrint(key.getFieldDefinition(column).getType())
                    .matches("Date|DateTime|LocalDateTime")) {
                values(schema, "DateTruncation")
                        .forEach(unit -> questions.add("groups(by: [{ column: " + column + ", truncate: " + unit
                                + " }], orderBy: [{ key: { " + column + ": ASC } }]) { key { " + column + " } }"));
            }
        }
        String by = "groups(by: [{ column: " + columns.getFirst() + " }], ";
        functions(schema, type + "AggregateOrder", "ASC")
                .forEach(order -> questions.add(by + "orderBy: [" + order + "]) { aggregate { count } }"));
        functions(schema, type + "AggregateHaving", "{ isNull: false }")
                .forEach(having -> questions.add(by + "having: " + having + ") { aggregate { count } }"));
        return questions;
    }

    /** {@code { min: { name: … } }} for every function and column that an input knows. */
    private static List<String> functions(GraphQLSchema schema, String input, String argument) {
        List<String> functions = new ArrayList<>();
        GraphQLInputObjectType known = (GraphQLInputObjectType) Objects.requireNonNull(schema.getType(input));
        for (GraphQLInputObjectField function : known.getFieldDefinitions()) {
            if (!List.of("and", "or", "not", "key").contains(function.getName())
                    && GraphQLTypeUtil.unwrapAll(function.getType()) instanceof GraphQLInputObjectType columns
                    && columns.getField("eq") == null) {
                columns.getFieldDefinitions()
                        .forEach(column -> functions.add(
                                "{ " + function.getName() + ": { " + column.getName() + ": " + argument + " } }"));
            }
        }
        return functions;
    }

    private static String selected(GraphQLFieldDefinition column) {
        return GraphQLTypeUtil.unwrapAll(column.getType()) instanceof GraphQLObjectType parts
                ? column.getName()
                        + parts.getFieldDefinitions().stream()
                                .map(AggregatesOfEveryTypeTest::selected)
                                .collect(Collectors.joining(" ", " { ", " }"))
                : column.getName();
    }

    private static List<String> values(GraphQLSchema schema, String enumeration) {
        return ((GraphQLEnumType) Objects.requireNonNull(schema.getType(enumeration)))
                .getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
    }
}
