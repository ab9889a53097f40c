package io.weft.gateway.transport.subgraph.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.execution.SubgraphStreams.Signal;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.subgraph.StreamingSubgraph;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.transport.subgraph.stream.StreamSettings.Protocol;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Real connections to a plain service, by every protocol. */
@Timeout(60)
class SubgraphSubscriptionsTest {

    private static final String SDL =
            "type Query { none: Int } type Subscription { tick(upTo: Int): Int texts: String }";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sinks.Many<String> texts = Sinks.many().unicast().onBackpressureBuffer();
    private final StreamingSubgraph service = new StreamingSubgraph(
            SDL,
            wiring -> wiring.type(
                    "Subscription",
                    type -> type.dataFetcher(
                                    "tick",
                                    environment -> Flux.range(
                                            1, Objects.requireNonNull(environment.<Integer>getArgument("upTo"))))
                            .dataFetcher("texts", environment -> texts.asFlux())),
            entity -> entity);

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void eventsArriveInOrderUntilTheServiceIsDone(Protocol protocol) throws Exception {
        StepVerifier.create(open(protocol, "subscription($n: Int) { tick(upTo: $n) }", "{\"n\":300}"))
                .expectNext(new Signal.Opened())
                .recordWith(ArrayList::new)
                .expectNextCount(300)
                .consumeRecordedWith(events -> assertThat(events.stream()
                                .map(SubgraphSubscriptionsTest::text)
                                .toList())
                        .startsWith("{\"data\":{\"tick\":1}}", "{\"data\":{\"tick\":2}}")
                        .endsWith("{\"data\":{\"tick\":299}}", "{\"data\":{\"tick\":300}}"))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(taken(service.ends())).isEqualTo("COMPLETED");
        assertThat(service.received().getLast().get("X-OSA-Role")).isEqualTo("CURATOR");
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void whoeverCancelsIsHeardByTheService(Protocol protocol) throws Exception {
        StepVerifier.create(open(protocol, "subscription { texts }", "{}"))
                .expectNext(new Signal.Opened())
                .then(() -> begun(protocol))
                .then(() -> texts.tryEmitNext("a\nb\u00e9").orThrow())
                .assertNext(event -> assertThat(text(event)).isEqualTo("{\"data\":{\"texts\":\"a\\nb\u00e9\"}}"))
                .thenCancel()
                .verify(PATIENCE);
        assertThat(taken(service.ends())).isEqualTo("CANCELLED");
        if (protocol == Protocol.WEBSOCKET) {
            assertThat(service.messages().stream()
                            .map(message -> message.path("type").asString()))
                    .containsExactly("connection_init", "subscribe", "complete");
            assertThat(service.messages()
                            .getFirst()
                            .path("payload")
                            .path("X-OSA-Role")
                            .asString())
                    .isEqualTo("CURATOR");
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aServiceThatBreaksOffHasFailed(Protocol protocol) {
        StepVerifier.create(open(protocol, "subscription { texts }", "{}"))
                .expectNext(new Signal.Opened())
                .then(() -> begun(protocol))
                .then(service::close)
                .assertNext(SubgraphSubscriptionsTest::isUnreachable)
                .expectComplete()
                .verify(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aServiceThatIsNotThereHasFailed(Protocol protocol) {
        service.close();
        StepVerifier.create(open(protocol, "subscription { texts }", "{}"))
                .assertNext(SubgraphSubscriptionsTest::isUnreachable)
                .expectComplete()
                .verify(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aRefusalIsAnAnswer(Protocol protocol) {
        Flux<Signal> signals =
                open(protocol, "subscription { nothing }", "{}").filter(signal -> !(signal instanceof Signal.Opened));
        StepVerifier.create(signals)
                .assertNext(event ->
                        assertThat(text(event)).contains("\"errors\":[{").contains("nothing"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void anEventThatIsTooLargeEndsTheStream(Protocol protocol) {
        StepVerifier.create(open(protocol, "subscription { texts }", "{}"))
                .expectNext(new Signal.Opened())
                .then(() -> begun(protocol))
                .then(() -> texts.tryEmitNext("x".repeat(20_000)).orThrow())
                .assertNext(last -> assertThat(last)
                        .isEqualTo(new Signal.Failed(
                                Reason.TOO_LARGE, "subgraph 'service' sent an event of more than 10000 bytes")))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aWebsocketThatIsRefusedSaysSo() {
        StreamSettings elsewhere = settings(Protocol.WEBSOCKET, Optional.of(URI.create("/nowhere")));
        StepVerifier.create(
                        new SubgraphSubscriptions(subgraph -> elsewhere).open(request("subscription { texts }", "{}")))
                .assertNext(failed -> assertThat(failed)
                        .isInstanceOfSatisfying(
                                Signal.Failed.class,
                                why -> assertThat(why.message())
                                        .startsWith("subgraph 'service' refused the websocket: ")
                                        .contains("404")))
                .expectComplete()
                .verify(PATIENCE);
    }

    private static void isUnreachable(Signal signal) {
        assertThat(signal)
                .isInstanceOfSatisfying(
                        Signal.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    private void begun(Protocol protocol) {
        try {
            assertThat(taken(service.begins()))
                    .isEqualTo(
                            switch (protocol) {
                                case HTTP, SSE -> "sse";
                                case MULTIPART -> "multipart";
                                case WEBSOCKET -> "websocket";
                            });
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private Flux<Signal> open(Protocol protocol, String query, String variables) {
        StreamSettings settings = settings(protocol, Optional.empty());
        return new SubgraphSubscriptions(subgraph -> settings).open(request(query, variables));
    }

    private static StreamSettings settings(Protocol protocol, Optional<URI> url) {
        return new StreamSettings(protocol, url, 10_000, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private Request request(String query, String variables) {
        return new Request(
                new SubgraphName("service"),
                URI.create(service.url()),
                OperationKind.SUBSCRIPTION,
                ("{\"query\":\"" + query + "\",\"variables\":" + variables + "}").getBytes(UTF_8),
                Map.of("X-OSA-Role", "CURATOR"),
                Optional.empty());
    }

    private static String text(Signal signal) {
        return signal instanceof Signal.Event event ? new String(event.answer().body(), UTF_8) : signal.toString();
    }

    private static String taken(BlockingQueue<String> queue) throws InterruptedException {
        return Objects.requireNonNull(queue.poll(30, TimeUnit.SECONDS), "nothing came");
    }
}
