package io.weft.gateway.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weft.contracts.Principal;
import io.weft.gateway.observability.RequestTrace;
import io.weft.gateway.transport.http.AnswerGraphQl;
import io.weft.gateway.transport.http.GraphQlRequest;
import io.weft.identity.BearerTokens;
import io.weft.identity.CallerAuthentication;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers what is asked over HTTP: finds the graph and the caller. */
final class AnswerByGateway implements AnswerGraphQl {

    private static final byte[] NO_SUCH_GRAPH =
            "{\"errors\":[{\"message\":\"There is no graph of this name here.\",\"extensions\":{\"code\":\"NO_SUCH_GRAPH\"}}]}"
                    .getBytes(UTF_8);

    private final Function<ServerWebExchange, Optional<ServedGraph>> graphs;
    private final AnswerOperation answering;

    /** @param graphs which one is asked */
    AnswerByGateway(Function<ServerWebExchange, Optional<ServedGraph>> graphs, AnswerOperation answering) {
        this.graphs = graphs;
        this.answering = answering;
    }

    @Override
    public Mono<Answer> answer(GraphQlRequest request, ServerWebExchange exchange) {
        Optional<ServedGraph> asked = graphs.apply(exchange);
        if (asked.isEmpty()) {
            return Mono.just(new Answer.Once(Outcome.NO_SUCH_GRAPH, NO_SUCH_GRAPH));
        }
        return CallerAuthentication.current()
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("a request reached the gateway without anybody asking")))
                .flatMap(principal -> answering.answer(asked.get(), request, asking(principal, exchange)));
    }

    private static Asking asking(Principal principal, ServerWebExchange exchange) {
        HttpHeaders sent = exchange.getRequest().getHeaders();
        Optional<Instant> until = principal
                .userId()
                .flatMap(known -> BearerTokens.validUntil(sent.getOrEmpty(HttpHeaders.AUTHORIZATION)));
        return new Asking(principal, until, sent, RequestTrace.of(exchange));
    }
}
