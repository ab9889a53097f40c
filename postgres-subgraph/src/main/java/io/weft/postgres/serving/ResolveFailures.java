package io.weft.postgres.serving;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.schema.DataFetchingEnvironment;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.weft.postgres.problem.ExplainFailure;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Failures in, GraphQL errors with code and path out. Of an internal fault the client sees only the request id. That nobody waits for the answer any more is
 * none.
 */
final class ResolveFailures implements DataFetcherExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveFailures.class);

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown, DataFetchingEnvironment environment) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof AbortExecutionException abandoned) {
            return Mono.just(List.of(abandoned));
        }
        return Mono.deferContextual(context -> Mono.just(List.of(error(
                ExplainFailure.explain(failure)
                        .map(problem -> placed(problem, failure, environment))
                        .orElseGet(() -> internal(failure, environment, context)),
                environment))));
    }

    /** What PostgreSQL says of a value, with the argument that it speaks of. */
    private static Problem placed(Problem problem, Throwable failure, DataFetchingEnvironment environment) {
        if (problem.code() != ProblemCode.BAD_USER_INPUT || !(failure instanceof PostgresqlException refused)) {
            return problem;
        }
        List<WhichArgument.Found> found = WhichArgument.of(refused.getErrorDetails(), environment);
        List<String> places =
                found.stream().map(WhichArgument.Found::place).distinct().toList();
        if (places.isEmpty()) {
            return problem;
        }
        Problem placed =
                Problem.of(problem.code(), String.join(" or ", places) + ": " + said(problem.message(), found));
        for (Map.Entry<String, Object> detail : problem.details().entrySet()) {
            placed = placed.with(detail.getKey(), detail.getValue());
        }
        return places.size() == 1 ? placed.with("argument", places.getFirst()) : placed.with("arguments", places);
    }

    /** With the value as the client gave it. */
    private static String said(String message, List<WhichArgument.Found> found) {
        Object value = found.getFirst().value();
        if (message.contains(WhichArgument.quoted(value))) {
            return message.replace(WhichArgument.quoted(value), "\"" + value + "\"");
        }
        return found.size() == 1 && value instanceof String ? message + ", in \"" + value + "\"" : message;
    }

    private static Problem internal(Throwable failure, DataFetchingEnvironment environment, ContextView context) {
        RequestLog.during(
                context,
                () -> LOG.error("{} failed", environment.getExecutionStepInfo().getPath(), failure));
        String requestId = RequestLog.in(context).map(RequestLog::id).orElse("none");
        return Problem.of(ProblemCode.INTERNAL, "an internal fault; the log has it under the request id " + requestId)
                .with("requestId", requestId);
    }

    private static GraphQLError error(Problem problem, DataFetchingEnvironment environment) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", problem.code().name());
        extensions.putAll(problem.details());
        return GraphqlErrorBuilder.newError(environment)
                .message("%s", problem.message())
                .extensions(extensions)
                .build();
    }
}
