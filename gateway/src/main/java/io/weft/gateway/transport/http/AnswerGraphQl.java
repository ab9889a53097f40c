package io.weft.gateway.transport.http;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the endpoint hands a request on to. */
@FunctionalInterface
public interface AnswerGraphQl {

    Mono<Answer> answer(GraphQlRequest request, ServerWebExchange exchange);

    sealed interface Answer {
        /** @param body a whole GraphQL response, as UTF-8 JSON */
        record Once(Outcome outcome, byte[] body) implements Answer {}

        /** @param events a subscription's; to be subscribed to once. Its end is the subscription's. */
        record Stream(Flux<Event> events) implements Answer {}
    }

    /** What a subscription tells its client. */
    sealed interface Event {
        /** @param body a whole GraphQL response, as UTF-8 JSON */
        record Next(byte[] body) implements Event {}

        /** @param errors a JSON list: why it ends before it is complete. The last event. */
        record Ended(byte[] errors) implements Event {}
    }

    /** What decides the HTTP status. */
    enum Outcome {
        /** There is data, be it null; perhaps beside errors. */
        EXECUTED,
        /** The document or the variables are not valid for this graph: nothing was executed. */
        INVALID,
        /** The operation is of a kind that the HTTP method does not carry. */
        NOT_PERMITTED,
        /** A subscription, whose stream of events the client does not accept. */
        NEEDS_STREAM,
        /** The URL names no graph that is served here. */
        NO_SUCH_GRAPH,
        /** There is no graph yet. */
        NOT_READY,
        /** A bug of ours. */
        BROKEN
    }
}
