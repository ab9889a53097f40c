package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.weft.postgres.schema.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the scenarios publish of operators, they also ask: none is offered that no golden file shows. */
class EveryOperatorTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

    private static final Set<String> OPERATORS = Stream.concat(
                    Arrays.stream(Operator.values()).map(Operator::graphQl),
                    Stream.of("some", "every", "none", "count"))
            .collect(Collectors.toSet());

    private final Set<String> offered = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();

    @Test
    void everyOperatorOfEveryTypeIsAskedInAScenario() throws IOException, SQLException {
        try (Stream<Path> folders = Files.list(SCENARIOS)) {
            for (Path folder : folders.sorted().toList()) {
                collect(folder);
            }
        }
        Set<String> missing = new TreeSet<>(offered);
        missing.removeAll(asked);
        assertThat(missing)
                .as("operators that are published and in no scenario of " + SCENARIOS)
                .isEmpty();
        assertThat(offered.size()).isGreaterThan(200);
    }

    private void collect(Path folder) throws IOException, SQLException {
        try (ScenarioSubgraph subgraph = new ScenarioSubgraph(Files.readString(folder.resolve("schema.sql")));
                Stream<Path> files = Files.list(folder)) {
            GraphQLSchema schema = subgraph.schema();
            schema.getAllTypesAsList().stream()
                    .filter(GraphQLInputObjectType.class::isInstance)
                    .map(GraphQLInputObjectType.class::cast)
                    .filter(EveryOperatorTest::isOfValues)
                    .forEach(type -> type.getFields().stream()
                            .map(GraphQLInputObjectField::getName)
                            .filter(OPERATORS::contains)
                            .forEach(operator -> offered.add(kind(type) + "." + operator)));
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".graphql")).toList()) {
                Document document = Parser.parse(Files.readString(file));
                for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
                    selections(
                            schema,
                            operation.getOperation() == OperationDefinition.Operation.MUTATION
                                    ? schema.getMutationType()
                                    : schema.getQueryType(),
                            operation.getSelectionSet());
                }
            }
        }
    }

    /** Filters by related rows are one kind, and so are those of enumerations and of composites; every other one is its own. */
    private static String kind(GraphQLInputObjectType type) {
        if (type.getField("some") != null) {
            return "ManyFilter";
        }
        GraphQLInputObjectField eq = type.getField("eq");
        if (eq != null && GraphQLTypeUtil.unwrapAll(eq.getType()) instanceof GraphQLEnumType) {
            return GraphQLTypeUtil.isList(eq.getType()) ? "EnumListFilter" : "EnumFilter";
        }
        boolean composite = type.getFields().stream().anyMatch(field -> !OPERATORS.contains(field.getName()));
        return composite ? "CompositeFilter" : type.getName();
    }

    /** Filters of values and of many rows; not those of a table, whose fields are its columns. */
    private static boolean isOfValues(GraphQLInputObjectType type) {
        return type.getName().endsWith("Filter") && type.getField("and") == null && type.getField("of") == null;
    }

    private void selections(GraphQLSchema schema, GraphQLFieldsContainer parent, SelectionSet selected) {
        for (Selection<?> selection : selected.getSelections()) {
            if (selection instanceof InlineFragment fragment && fragment.getTypeCondition() != null) {
                selections(
                        schema,
                        schema.getObjectType(fragment.getTypeCondition().getName()),
                        fragment.getSelectionSet());
            } else if (selection instanceof Field field && !field.getName().startsWith("__")) {
                GraphQLFieldDefinition definition = parent.getFieldDefinition(field.getName());
                for (Argument argument : field.getArguments()) {
                    GraphQLArgument declared = definition.getArgument(argument.getName());
                    value(declared.getType(), argument.getValue());
                }
                if (field.getSelectionSet() != null
                        && GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLFieldsContainer below) {
                    selections(schema, below, field.getSelectionSet());
                }
            }
        }
    }

    private void value(GraphQLType type, Value<?> value) {
        switch (value) {
            case ArrayValue list -> list.getValues().forEach(item -> value(type, item));
            case ObjectValue object
            when GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input -> {
                for (ObjectField field : object.getObjectFields()) {
                    asked.add(kind(input) + "." + field.getName());
                    GraphQLInputObjectField declared = input.getField(field.getName());
                    value(declared.getType(), field.getValue());
                }
            }
            default -> {}
        }
    }
}
