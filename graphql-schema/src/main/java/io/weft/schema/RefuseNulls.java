package io.weft.schema;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.analysis.QueryTraversalOptions;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests with a variable that is null where none may be. A variable that may be null is valid there if it has a default, or the place
 * has one (GraphQL, section 5.8.5); whether it is null shows in each request. GraphQL for Java notices some of it, by exceptions of several
 * kinds, and takes a null within a list.
 */
public final class RefuseNulls extends SimplePerformantInstrumentation {

    @Override
    public ExecutionContext instrumentExecutionContext(
            ExecutionContext context,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        Set<String> nulls = context.getOperationDefinition().getVariableDefinitions().stream()
                .map(VariableDefinition::getName)
                .filter(name -> context.getCoercedVariables().containsKey(name)
                        && context.getCoercedVariables().get(name) == null)
                .collect(Collectors.toUnmodifiableSet());
        if (!nulls.isEmpty()) {
            List<GraphQLError> errors = new ArrayList<>();
            QueryTraverser.newQueryTraverser()
                    .schema(context.getGraphQLSchema())
                    .document(context.getDocument())
                    .operationName(context.getOperationDefinition().getName())
                    .coercedVariables(context.getCoercedVariables())
                    .options(QueryTraversalOptions.defaultOptions().coerceFieldArguments(false))
                    .build()
                    .visitPreOrder(new Visitor(nulls, errors));
            if (!errors.isEmpty()) {
                throw new AbortExecutionException(errors);
            }
        }
        return context;
    }

    private static final class Visitor extends QueryVisitorStub {

        private final Set<String> nulls;
        private final List<GraphQLError> errors;

        Visitor(Set<String> nulls, List<GraphQLError> errors) {
            this.nulls = nulls;
            this.errors = errors;
        }

        @Override
        public void visitField(QueryVisitorFieldEnvironment environment) {
            for (Argument given : environment.getField().getArguments()) {
                GraphQLArgument argument = environment.getFieldDefinition().getArgument(given.getName());
                check(
                        argument.getType(),
                        given.getValue(),
                        environment.getField().getName() + "." + given.getName());
            }
        }

        private void check(GraphQLType type, Value<?> value, String place) {
            switch (type) {
                case GraphQLNonNull nonNull
                when value instanceof VariableReference variable && nulls.contains(variable.getName()) ->
                    errors.add(error(variable, nonNull, place));
                case GraphQLNonNull nonNull -> check(nonNull.getWrappedType(), value, place);
                case GraphQLList list
                when value instanceof ArrayValue values -> {
                    int index = 0;
                    for (Value<?> each : values.getValues()) {
                        check(list.getWrappedType(), each, place + "[" + index++ + "]");
                    }
                }
                case GraphQLList list when value instanceof ObjectValue -> check(list.getWrappedType(), value, place);
                case GraphQLInputObjectType object
                when value instanceof ObjectValue fields -> {
                    for (ObjectField given : fields.getObjectFields()) {
                        GraphQLInputObjectField field = object.getFieldDefinition(given.getName());
                        check(field.getType(), given.getValue(), place + "." + given.getName());
                    }
                }
                default -> {}
            }
        }

        private static GraphQLError error(VariableReference variable, GraphQLNonNull type, String place) {
            Map<String, Object> extensions = new LinkedHashMap<>();
            extensions.put("code", "BAD_USER_INPUT");
            extensions.put("argument", place);
            return GraphqlErrorBuilder.newError()
                    .message(
                            "%s: the variable \"$%s\" is null, but a value of type \"%s\" is needed",
                            place, variable.getName(), GraphQLTypeUtil.simplePrint(type))
                    .location(variable.getSourceLocation())
                    .extensions(extensions)
                    .build();
        }
    }
}
