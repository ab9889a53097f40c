package io.weft.postgres.serving;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.validation.ValidationError;
import io.weft.postgres.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/**
 * What the engine refuses before it asks anybody gets a code, as all errors have one: whoever passes it on must not take a wrong value for a
 * service that fails.
 */
final class TellWhatIsWrong implements WebGraphQlInterceptor {

    private static final String CODE = "code";

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(response -> {
            List<GraphQLError> errors = response.getExecutionResult().getErrors();
            return errors.stream().allMatch(error -> code(error).isEmpty())
                    ? response
                    : response.transform(changed -> changed.errors(
                            errors.stream().map(TellWhatIsWrong::coded).toList()));
        });
    }

    private static GraphQLError coded(GraphQLError error) {
        return code(error)
                .<GraphQLError>map(code -> {
                    Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
                    extensions.put(CODE, code);
                    Optional.ofNullable(error.getExtensions()).ifPresent(extensions::putAll);
                    return GraphQLError.newError()
                            .message("%s", error.getMessage())
                            .locations(Objects.requireNonNullElse(error.getLocations(), List.of()))
                            .errorType(error.getErrorType())
                            .extensions(extensions)
                            .build();
                })
                .orElse(error);
    }

    /** Empty where it has one, or none is known. */
    private static Optional<String> code(GraphQLError error) {
        ErrorClassification kind = error.getErrorType();
        if (error.getExtensions() != null && error.getExtensions().containsKey(CODE)) {
            return Optional.empty();
        }
        if (kind == ErrorType.InvalidSyntax) {
            return Optional.of("GRAPHQL_PARSE_FAILED");
        }
        if (kind != ErrorType.ValidationError) {
            return Optional.empty();
        }
        return Optional.of(
                error instanceof ValidationError ? "GRAPHQL_VALIDATION_FAILED" : ProblemCode.BAD_USER_INPUT.name());
    }
}
