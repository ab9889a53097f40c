package io.weft.gateway.selection;

import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is selected below a field, as the engine collects it to execute it. The engine's own way to ask that reads the whole operation first.
 */
final class SelectedBelow {

    private static final FieldCollector COLLECTOR = new FieldCollector();

    private final DataFetchingEnvironment environment;
    private final GraphQLObjectType type;
    private final List<MergedField> fields;

    private SelectedBelow(DataFetchingEnvironment environment, GraphQLObjectType type, MergedField field) {
        this.environment = environment;
        this.type = type;
        this.fields = COLLECTOR
                .collectFields(
                        FieldCollectorParameters.newParameters()
                                .schema(environment.getGraphQLSchema())
                                .objectType(type)
                                .fragments(environment.getFragmentsByName())
                                .variables(environment.getVariables())
                                .graphQLContext(environment.getGraphQlContext())
                                .build(),
                        field)
                .getSubFieldsList();
    }

    /** Below the field that is fetched: one of an object type, or of a list of it. */
    static SelectedBelow of(DataFetchingEnvironment environment) {
        GraphQLObjectType type = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(environment.getFieldType());
        return new SelectedBelow(environment, type, environment.getMergedField());
    }

    /** The names of the fields. */
    Set<String> names() {
        return fields.stream().map(MergedField::getName).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a field of a field of an object type is selected, under whatever name of the client's. */
    boolean has(String name, String below) {
        return fields.stream()
                .filter(field -> field.getName().equals(name))
                .anyMatch(field -> new SelectedBelow(environment, typeOf(field), field)
                        .names()
                        .contains(below));
    }

    private GraphQLObjectType typeOf(MergedField field) {
        GraphQLFieldDefinition definition = type.getFieldDefinition(field.getName());
        return (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(definition.getType());
    }
}
