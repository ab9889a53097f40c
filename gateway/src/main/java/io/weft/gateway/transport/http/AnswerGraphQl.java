package io.weft.gateway.transport.http;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the endpoint hands a request on to. */
@FunctionalInterface
public interface AnswerGraphQl {

    Mono<Answer> answer(GraphQlRequest request, ServerWebExchange exchange);

    /** @param body a whole GraphQL response, as UTF-8 JSON */
    record Answer(Outcome outcome, byte[] body) {}

    /** What decides the HTTP status. */
    enum Outcome {
        /** There is data, be it null; perhaps beside errors. */
        EXECUTED,
        /** The document or the variables are not valid for this graph: nothing was executed. */
        INVALID,
        /** The operation is of a kind that the HTTP method does not carry. */
        NOT_PERMITTED,
        /** The URL names no graph that is served here. */
        NO_SUCH_GRAPH,
        /** There is no graph yet. */
        NOT_READY,
        /** A bug of ours. */
        BROKEN
    }
}
