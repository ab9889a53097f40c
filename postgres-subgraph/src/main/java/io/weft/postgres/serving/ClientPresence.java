package io.weft.postgres.serving;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends the work of a request whose client went away, down to its statement in the database. GraphQL for Java goes by futures, which tell
 * nobody below that they are cancelled.
 */
final class ClientPresence implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Sinks.Empty<Void> gone = Sinks.empty();
        request.configureExecutionInput((_, input) -> input.graphQLContext(Map.of(ClientPresence.class, gone.asMono()))
                .build());
        return chain.next(request).doOnCancel(gone::tryEmitEmpty);
    }

    /** The same work, cancelled when the client goes away. */
    static <T> Mono<T> whilePresent(DataFetchingEnvironment environment, Mono<T> work) {
        @Nullable Mono<Void> gone = environment.getGraphQlContext().get(ClientPresence.class);
        return gone == null ? work : work.takeUntilOther(gone);
    }
}
