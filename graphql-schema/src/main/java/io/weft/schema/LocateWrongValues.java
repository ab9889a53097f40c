package io.weft.schema;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.TypeFromAST;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Says where in a variable the values stand that their type does not take, all of them. GraphQL for Java names the variable only, which for a
 * filter is all there is.
 */
public final class LocateWrongValues extends SimplePerformantInstrumentation {

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        if (result.getErrors().stream().noneMatch(CoercingParseValueException.class::isInstance)) {
            return CompletableFuture.completedFuture(result);
        }
        List<GraphQLError> located = located(parameters);
        return CompletableFuture.completedFuture(
                located.isEmpty() ? result : result.transform(changed -> changed.errors(located)));
    }

    private static List<GraphQLError> located(InstrumentationExecutionParameters parameters) {
        ExecutionInput input = parameters.getExecutionInput();
        List<GraphQLError> errors = new ArrayList<>();
        for (OperationDefinition operation :
                Parser.parse(parameters.getQuery()).getDefinitionsOfType(OperationDefinition.class)) {
            if (input.getOperationName() == null || input.getOperationName().equals(operation.getName())) {
                for (VariableDefinition variable : operation.getVariableDefinitions()) {
                    new Search(parameters.getSchema(), input, variable, errors).search();
                }
            }
        }
        return errors;
    }

    /** Through the value of one variable. */
    private record Search(
            GraphQLSchema schema, ExecutionInput input, VariableDefinition variable, List<GraphQLError> errors) {

        void search() {
            GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
            Object value = input.getRawVariables().toMap().get(variable.getName());
            if (type != null && value != null) {
                look(type, value, variable.getName());
            }
        }

        private void look(GraphQLType type, Object value, String place) {
            switch (type) {
                case GraphQLNonNull nonNull -> look(nonNull.getWrappedType(), value, place);
                case GraphQLList list
                when value instanceof List<?> values -> {
                    int index = 0;
                    for (Object each : values) {
                        String at = place + "[" + index++ + "]";
                        if (each != null) {
                            look(list.getWrappedType(), each, at);
                        }
                    }
                }
                case GraphQLList list -> look(list.getWrappedType(), value, place);
                case GraphQLInputObjectType object
                when value instanceof Map<?, ?> fields ->
                    object.getFields().forEach(field -> {
                        Object given = fields.get(field.getName());
                        if (given != null) {
                            look(field.getType(), given, place + "." + field.getName());
                        }
                    });
                case GraphQLScalarType scalar ->
                    check(
                            () -> scalar.getCoercing().parseValue(value, input.getGraphQLContext(), input.getLocale()),
                            scalar.getName(),
                            value,
                            place);
                case GraphQLEnumType choice ->
                    check(
                            () -> choice.parseValue(value, input.getGraphQLContext(), input.getLocale()),
                            choice.getName(),
                            value,
                            place);
                default -> {}
            }
        }

        private void check(Runnable parse, String type, Object value, String place) {
            try {
                parse.run();
            } catch (CoercingParseValueException refused) {
                errors.add(error(type, value, place, refused));
            }
        }

        private GraphQLError error(String type, Object value, String place, CoercingParseValueException refused) {
            String shown = String.valueOf(value);
            Map<String, Object> extensions = new LinkedHashMap<>();
            extensions.put("code", "BAD_USER_INPUT");
            extensions.put("argument", place);
            return GraphQLError.newError()
                    .message(
                            "Variable \"$%s\" got an invalid value%s%s: expected type \"%s\"; %s",
                            variable.getName(),
                            shown.length() > 80 ? "" : value instanceof String ? " \"" + shown + "\"" : " " + shown,
                            place.equals(variable.getName()) ? "" : " at \"" + place + "\"",
                            type,
                            refused.getMessage())
                    .location(variable.getSourceLocation())
                    .errorType(refused.getErrorType())
                    .extensions(extensions)
                    .build();
        }
    }
}
