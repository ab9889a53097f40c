package io.weft.gateway;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.schema.GraphQLSchema;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.execution.Variables;
import io.weft.gateway.operation.Operation;
import io.weft.gateway.operation.OperationError.Code;
import io.weft.schema.RefuseNulls;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says of itself. GraphQL for Java refuses what grows with every level, such as the fields of the types of
 * the fields, and whatever asks twice for all types or for fields: such a request is refused as a whole.
 */
final class AnswerIntrospection {

    private final GraphQL schema;

    AnswerIntrospection(GraphQLSchema schema) {
        this.schema =
                GraphQL.newGraphQL(schema).instrumentation(new RefuseNulls()).build();
    }

    sealed interface Introspected {
        /** @param data by response key; empty where the operation does not ask */
        record Answered(Map<String, @Nullable Object> data) implements Introspected {}

        /** @param errors at least one */
        record Refused(List<ResponseError> errors) implements Introspected {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    Introspected answer(Operation operation, Variables variables) {
        if (operation.introspection().isEmpty()) {
            return new Introspected.Answered(Map.of());
        }
        ExecutionInput input = ExecutionInput.newExecutionInput(
                        operation.introspection().get())
                .variables(variables.values())
                .build();
        ExecutionResult result = schema.execute(input);
        return result.getErrors().isEmpty() ? new Introspected.Answered(result.getData()) : refused(result.getErrors());
    }

    private static Introspected refused(List<? extends GraphQLError> errors) {
        return new Introspected.Refused(
                errors.stream().map(AnswerIntrospection::refusal).toList());
    }

    /** Places are those of a document of ours, which the client does not know. */
    private static ResponseError refusal(GraphQLError error) {
        Code code = error instanceof BadFaithIntrospectionError ? Code.OPERATION_TOO_LARGE : Code.BAD_USER_INPUT;
        return ResponseError.refusal(code.name(), error.getMessage(), List.of());
    }
}
