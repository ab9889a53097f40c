package io.weft.gateway.transport.websocket;

import io.weft.gateway.transport.http.AnswerGraphQl.Answer;
import io.weft.gateway.transport.http.GraphQlRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds out who opens a websocket. */
@FunctionalInterface
public interface SocketCallers {

    /**
     * Called once, for {@code connection_init}. The caller stays the same as long as the websocket is open.
     *
     * @param payload of {@code connection_init}, as JSON; empty where it has none
     */
    Mono<Entry> enter(ServerWebExchange handshake, Map<String, @Nullable Object> payload);

    sealed interface Entry {
        /** @param until why the websocket is closed, once it must be: its caller is no longer believed, or we go */
        record Admitted(Operations operations, Mono<Farewell> until) implements Entry {}

        /** @param reason for the client; fits into a close frame */
        record Refused(String reason) implements Entry {}
    }

    /** Answers the operations of one websocket. */
    @FunctionalInterface
    interface Operations {
        /** @param number of the operation over this websocket, from 1 */
        Mono<Answer> answer(GraphQlRequest request, long number);
    }

    /** Why we close a websocket that a client has done nothing wrong with. */
    enum Farewell {
        /** Its token has expired. */
        TOKEN_EXPIRED,
        /** The gateway stops, or the graph is no longer served. */
        GOING_AWAY
    }
}
