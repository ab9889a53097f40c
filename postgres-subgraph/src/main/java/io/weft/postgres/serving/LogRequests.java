package io.weft.postgres.serving;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import io.weft.contracts.HeaderNames;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Names every request: by the caller's id or a new one, which is sent back, and by its operation. Writes one line about it when it
 * is over.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LogRequests extends SimplePerformantInstrumentation implements WebFilter, WebGraphQlInterceptor {

    private static final Logger ACCESS = LoggerFactory.getLogger("io.weft.postgres.access");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String sent = exchange.getRequest().getHeaders().getFirst(HeaderNames.REQUEST_ID);
        RequestLog log = new RequestLog(
                sent != null && SAFE.matcher(sent).matches()
                        ? sent
                        : UUID.randomUUID().toString());
        exchange.getResponse().getHeaders().set(HeaderNames.REQUEST_ID, log.id());
        long began = System.nanoTime();
        return chain.filter(exchange)
                .doFinally(_ -> log.during(() -> write(exchange, System.nanoTime() - began)))
                .contextWrite(context -> context.put(new RequestLog.Accessor().key(), log));
    }

    private static void write(ServerWebExchange exchange, long nanos) {
        String path = exchange.getRequest().getPath().value();
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        ACCESS.atLevel(path.startsWith("/actuator") ? Level.DEBUG : Level.INFO)
                .addKeyValue("method", exchange.getRequest().getMethod())
                .addKeyValue("path", path)
                .addKeyValue("status", status == null ? 200 : status.value())
                .addKeyValue("duration_ms", nanos / 1000 / 1000.0)
                .log("request");
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return RequestLog.current()
                .doOnNext(log -> request.configureExecutionInput((_, input) ->
                        input.graphQLContext(Map.of(RequestLog.class, log)).build()))
                .then(Mono.defer(() -> chain.next(request)));
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        String name = parameters.getExecutionContext().getOperationDefinition().getName();
        RequestLog log = parameters.getExecutionContext().getGraphQLContext().get(RequestLog.class);
        if (log != null) {
            log.operation(name == null ? "(unnamed)" : name);
        }
        return super.beginExecuteOperation(parameters, state);
    }
}
