package io.weft.gateway.transport.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.transport.http.AnswerGraphQl.Answer;
import io.weft.gateway.transport.http.AnswerGraphQl.Event;
import io.weft.gateway.transport.websocket.SocketCallers.Entry;
import io.weft.gateway.transport.websocket.SocketCallers.Farewell;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What depends on time and on the order of things, without a network. */
class ClientSocketTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SocketSettings SETTINGS =
            new SocketSettings(1000, 10, Duration.ofSeconds(3), Duration.ofSeconds(12), List.of());

    private final Sinks.One<Farewell> farewell = Sinks.one();
    private final Sinks.Many<Event> events = Sinks.many().unicast().onBackpressureBuffer();

    @Test
    void whoDoesNotBeginInTimeIsClosed() {
        StepVerifier.withVirtualTime(() -> {
                    ClientSocket socket = socket();
                    return socket.said().map(Object::toString).concatWith(Mono.fromSupplier(() -> "" + socket.why()));
                })
                .thenAwait(Duration.ofSeconds(3))
                .assertNext(why -> assertThat(why).contains("4408"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void whoIsSilentIsPingedAndThenClosed() {
        StepVerifier.withVirtualTime(() -> {
                    ClientSocket socket = socket();
                    return said(socket).doOnSubscribe(begun -> socket.hear(bytes("{\"type\":\"connection_init\"}")));
                })
                .expectNext("{\"type\":\"connection_ack\"}")
                .thenAwait(Duration.ofSeconds(12))
                .expectNext("{\"type\":\"ping\"}")
                .thenAwait(Duration.ofSeconds(12))
                .assertNext(why -> assertThat(why).contains("1001"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void whoseTokenExpiresIsToldForEachOperationBeforeTheEnd() {
        ClientSocket socket = socket();
        StepVerifier.create(said(socket))
                .then(() -> socket.hear(bytes("{\"type\":\"connection_init\"}")))
                .expectNext("{\"type\":\"connection_ack\"}")
                .then(() -> socket.hear(
                        bytes("{\"id\":\"a\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { x }\"}}")))
                .then(() -> farewell.tryEmitValue(Farewell.TOKEN_EXPIRED).orThrow())
                .then(() -> events.tryEmitNext(new Event.Next(bytes("{\"data\":1}")))
                        .orThrow())
                .expectNext("{\"id\":\"a\",\"type\":\"next\",\"payload\":{\"data\":1}}")
                .then(() -> events.tryEmitNext(new Event.Ended(bytes("[{\"message\":\"expired\"}]")))
                        .orThrow())
                .expectNext("{\"id\":\"a\",\"type\":\"error\",\"payload\":[{\"message\":\"expired\"}]}")
                .assertNext(why -> assertThat(why).contains("4403", "expired"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void whoDoesNotReadIsNotAnsweredForever() {
        ClientSocket socket = socket();
        StepVerifier.create(said(socket), 0)
                .then(() -> {
                    for (int i = 0; i < 1000; i++) {
                        socket.hear(bytes("{\"type\":\"ping\"}"));
                    }
                })
                .thenRequest(Long.MAX_VALUE)
                .thenConsumeWhile(said -> said.equals("{\"type\":\"pong\"}"))
                .assertNext(why -> assertThat(why).contains("4400"))
                .expectComplete()
                .verify(PATIENCE);
    }

    private ClientSocket socket() {
        return new ClientSocket(
                SETTINGS,
                payload -> Mono.just(new Entry.Admitted(
                        (request, number) -> Mono.just(new Answer.Stream(events.asFlux())), farewell.asMono())));
    }

    /** What it says, then why it is closed. */
    private static Flux<String> said(ClientSocket socket) {
        return socket.said()
                .map(message -> new String(message.write(), UTF_8))
                .concatWith(Mono.fromSupplier(() -> "" + socket.why()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
