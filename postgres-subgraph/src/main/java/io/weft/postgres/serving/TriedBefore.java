package io.weft.postgres.serving;

import graphql.schema.DataFetchingEnvironment;
import io.weft.postgres.operation.FieldFailed;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/**
 * A request that was not answered at once because a statement failed comes to the engine for the words of its error. That statement is not run
 * again: it may have failed by taking too long.
 */
final class TriedBefore implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (request.getAttributes().get(FieldFailed.class.getName()) instanceof FieldFailed failed) {
            request.configureExecutionInput((_, input) ->
                    input.graphQLContext(Map.of(FieldFailed.class, failed)).build());
        }
        return chain.next(request);
    }

    /** What a root field answers, while the client is there; its failure if it failed before. */
    static <T> Mono<T> orElse(DataFetchingEnvironment environment, Supplier<Mono<T>> work) {
        @Nullable FieldFailed failed = environment.getGraphQlContext().get(FieldFailed.class);
        return failed != null
                        && failed.field().equals(environment.getMergedField().getResultKey())
                ? Mono.error(Objects.requireNonNull(failed.getCause()))
                : ClientPresence.whilePresent(environment, work.get());
    }
}
