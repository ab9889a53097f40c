package io.weft.postgres.serving;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
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

/** Failures in, GraphQL errors with code and path out. Of an internal fault the client sees only the request id. */
final class ResolveFailures implements DataFetcherExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveFailures.class);

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown, DataFetchingEnvironment environment) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return Mono.deferContextual(context -> Mono.just(List.of(error(
                ExplainFailure.explain(failure).orElseGet(() -> internal(failure, environment, context)),
                environment))));
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
