package io.weft.gateway.application;

import io.weft.contracts.Principal;
import io.weft.gateway.observability.RequestTrace;
import io.weft.gateway.security.Admission;
import io.weft.gateway.transport.websocket.SocketCallers;
import io.weft.identity.BearerTokens;
import io.weft.identity.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the graph and the caller of a websocket. Browsers cannot send headers with a handshake, so a token may also come
 * as {@code Authorization} in the payload of {@code connection_init}; there it wins over the handshake's. One that is
 * not believed is refused, never taken for none.
 */
final class AdmitToSocket implements SocketCallers {

    private final Function<ServerWebExchange, Optional<ServedGraph>> graphs;
    private final AnswerOperation answering;
    private final OpenSubscriptions open;
    private final BearerTokens tokens;
    private final Admission admission;
    private final Clock clock;

    /** @param graphs which one is asked */
    AdmitToSocket(
            Function<ServerWebExchange, Optional<ServedGraph>> graphs,
            AnswerOperation answering,
            OpenSubscriptions open,
            BearerTokens tokens,
            Admission admission,
            Clock clock) {
        this.graphs = graphs;
        this.answering = answering;
        this.open = open;
        this.tokens = tokens;
        this.admission = admission;
        this.clock = clock;
    }

    @Override
    public Mono<Entry> enter(ServerWebExchange handshake, Map<String, @Nullable Object> payload) {
        Optional<ServedGraph> graph = graphs.apply(handshake);
        if (graph.isEmpty()) {
            return Mono.just(new Entry.Refused("there is no graph of this name here"));
        }
        HttpHeaders sent = sent(handshake, payload);
        List<String> authorization = sent.getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (admission == Admission.EVERYBODY_UNKNOWN) {
            return Mono.just(admitted(graph.get(), handshake, sent, Principal.anonymous(), Optional.empty()));
        }
        return tokens.read(authorization).map(caller -> switch (caller) {
            case Caller.Known(Principal principal) ->
                admitted(graph.get(), handshake, sent, principal, BearerTokens.validUntil(authorization));
            case Caller.Silent()
            when admission == Admission.ANONYMOUS_TOO ->
                admitted(graph.get(), handshake, sent, Principal.anonymous(), Optional.empty());
            case Caller.Silent() ->
                new Entry.Refused("send {\"Authorization\": \"Bearer <token>\"} with connection_init");
            case Caller.Refused(String reason, String message) -> new Entry.Refused(message);
            case Caller.Unverifiable(String message) -> new Entry.Refused(message);
        });
    }

    private Entry admitted(
            ServedGraph graph,
            ServerWebExchange handshake,
            HttpHeaders sent,
            Principal principal,
            Optional<Instant> until) {
        RequestTrace connection = RequestTrace.of(handshake);
        return new Entry.Admitted(
                (request, number) -> {
                    RequestTrace trace = connection.part(Long.toString(number));
                    return answering
                            .answer(graph, request, new Asking(principal, until, sent, trace))
                            .contextWrite(trace::keepIn);
                },
                farewell(graph, until));
    }

    private Mono<Farewell> farewell(ServedGraph graph, Optional<Instant> until) {
        Mono<Farewell> goingAway =
                Mono.firstWithValue(open.stopping(), graph.closing()).map(why -> Farewell.GOING_AWAY);
        return until.map(end -> Mono.firstWithValue(
                        goingAway,
                        Mono.delay(Duration.between(clock.instant(), end)).map(now -> Farewell.TOKEN_EXPIRED)))
                .orElse(goingAway);
    }

    /** The handshake's headers, over them those that stand in the payload. */
    private static HttpHeaders sent(ServerWebExchange handshake, Map<String, @Nullable Object> payload) {
        HttpHeaders sent = new HttpHeaders();
        sent.putAll(handshake.getRequest().getHeaders());
        payload.forEach((name, value) -> {
            if (value instanceof String text && isHeader(name)) {
                sent.set(name, text);
            }
        });
        return sent;
    }

    private static boolean isHeader(String name) {
        return name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    }
}
