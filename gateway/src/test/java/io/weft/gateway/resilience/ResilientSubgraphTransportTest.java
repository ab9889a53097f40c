package io.weft.gateway.resilience;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ResilientSubgraphTransportTest {

    private static final SubgraphName REVIEWS = new SubgraphName("reviews");
    private static final Response OK = new Response.Answered(200, "{}".getBytes(UTF_8));
    private static final Response BUSY = new Response.Answered(503, new byte[0]);
    private static final Response GONE = new Response.Failed(Reason.UNREACHABLE, "away");
    private static final Response BIG = new Response.Failed(Reason.TOO_LARGE, "big");

    private final Subgraph subgraph = new Subgraph();
    private Duration timeout = Duration.ofSeconds(10);
    private int maxConcurrent = 10;
    private int retries = 0;
    private Duration openFor = Duration.ofMinutes(1);
    private final ResilientSubgraphTransport transport = new ResilientSubgraphTransport(
            subgraph,
            name -> new ResilienceSettings(
                    timeout,
                    maxConcurrent,
                    retries,
                    Duration.ofMillis(1),
                    new ResilienceSettings.Circuit(true, 50, Duration.ofSeconds(60), 4, openFor, 2)),
            "default");

    @Test
    void answersPassUntouched() {
        subgraph.willAnswer(OK);
        assertThat(send()).isSameAs(OK);
    }

    @Test
    void anAnswerThatIsLateBecomesATimeout() {
        timeout = Duration.ofSeconds(3);
        subgraph.willBeSilent();
        StepVerifier.withVirtualTime(() -> transport.send(request(OperationKind.QUERY)))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(2999))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(new Response.Failed(Reason.TIMEOUT, "subgraph 'reviews' did not answer in time"))
                .verifyComplete();
    }

    @Test
    void theCircuitOpensWhenHalfOfTheCallsFailAndTheSubgraphIsLeftAlone() {
        subgraph.willAnswer(OK, GONE, OK, BUSY);
        Stream.generate(this::send).limit(4).forEach(ignored -> {});
        assertThat(reason(send())).isEqualTo(Reason.CIRCUIT_OPEN);
        assertThat(subgraph.calls).hasValue(4);
        assertThat(transport.circuits()).containsExactly(Map.entry(REVIEWS, State.OPEN));
        assertThat(transport.away()).containsExactly(REVIEWS);
        transport.close();
        assertThat(transport.away()).isEmpty();
    }

    @Test
    void anOpenCircuitConcernsItsSubgraphAlone() {
        subgraph.willAnswer(GONE, GONE, GONE, GONE, OK);
        Stream.generate(this::send).limit(4).forEach(ignored -> {});
        Request other = new Request(
                new SubgraphName("users"),
                URI.create("http://u"),
                OperationKind.QUERY,
                new byte[0],
                Map.of(),
                Optional.empty());
        assertThat(transport.send(other).block(Duration.ofSeconds(20))).isSameAs(OK);
    }

    @Test
    void theCircuitClosesAgainWhenTheTrialCallsSucceed() {
        openFor = Duration.ofMillis(1);
        subgraph.willAnswer(GONE, GONE, GONE, GONE, OK, OK, OK);
        Stream.generate(this::send).limit(4).forEach(ignored -> {});
        assertThat(Stream.generate(this::send)
                        .filter(response -> response == OK)
                        .limit(1))
                .hasSize(1);
        assertThat(transport.away()).as("as long as it is tried").containsExactly(REVIEWS);
        assertThat(send()).isSameAs(OK);
        assertThat(transport.circuits()).containsExactly(Map.entry(REVIEWS, State.CLOSED));
        assertThat(transport.away()).isEmpty();
    }

    @Test
    void largeAnswersAndGraphQlErrorsDoNotOpenTheCircuit() {
        Response badRequest = new Response.Answered(400, "{\"errors\":[]}".getBytes(UTF_8));
        subgraph.willAnswer(BIG, BIG, badRequest, badRequest, OK);
        Stream.generate(this::send).limit(4).forEach(ignored -> {});
        assertThat(send()).isSameAs(OK);
    }

    @Test
    void callsBeyondTheBulkheadAreRefusedAndPlacesComeBack() {
        maxConcurrent = 1;
        subgraph.willBeSilent();
        var first = transport.send(request(OperationKind.QUERY)).subscribe();
        assertThat(reason(send())).isEqualTo(Reason.OVERLOADED);
        first.dispose();
        subgraph.willAnswer(OK);
        assertThat(send()).isSameAs(OK);
    }

    @Test
    void cancelledCallsGiveTheirTrialBack() {
        openFor = Duration.ofMillis(1);
        subgraph.willAnswer(GONE, GONE, GONE, GONE);
        Stream.generate(this::send).limit(4).forEach(ignored -> {});
        subgraph.willBeSilent();
        // Twice as many as there are trial calls: the first two must have been given back.
        while (subgraph.calls.get() < 8) {
            transport.send(request(OperationKind.QUERY)).subscribe().dispose();
        }
        subgraph.willAnswer(OK, OK);
        assertThat(send()).isSameAs(OK);
    }

    @Test
    void aQueryIsSentAgainWhenTheSubgraphWasAway() {
        retries = 2;
        subgraph.willAnswer(GONE, BUSY, OK);
        assertThat(send()).isSameAs(OK);
        assertThat(subgraph.calls).hasValue(3);
    }

    @Test
    void theLastAnswerCountsWhenRetriesAreUsedUp() {
        retries = 1;
        subgraph.willAnswer(GONE, BUSY);
        assertThat(send()).isSameAs(BUSY);
    }

    @Test
    void aMutationIsNeverSentAgain() {
        retries = 2;
        subgraph.willAnswer(GONE, OK);
        assertThat(transport.send(request(OperationKind.MUTATION)).block(Duration.ofSeconds(20)))
                .isSameAs(GONE);
    }

    @Test
    void metricsCarryTheSubgraphsName() {
        var meters = new SimpleMeterRegistry();
        transport.bindTo(meters);
        subgraph.willAnswer(OK);
        send();
        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tags("name", "reviews", "state", "closed")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private Response send() {
        return Objects.requireNonNull(
                transport.send(request(OperationKind.QUERY)).block(Duration.ofSeconds(20)));
    }

    private static Reason reason(Response response) {
        assertThat(response).isInstanceOf(Response.Failed.class);
        return ((Response.Failed) response).reason();
    }

    private static Request request(OperationKind kind) {
        return new Request(REVIEWS, URI.create("http://reviews"), kind, new byte[0], Map.of(), Optional.empty());
    }

    /** Answers what it was told, in order. */
    private static final class Subgraph implements SubgraphTransport {
        private final AtomicInteger calls = new AtomicInteger();
        private final Queue<Mono<Response>> answers = new ArrayDeque<>();
        private boolean silent;

        void willAnswer(Response... responses) {
            silent = false;
            List.of(responses).forEach(response -> answers.add(Mono.just(response)));
        }

        void willBeSilent() {
            silent = true;
        }

        @Override
        public Mono<Response> send(Request request) {
            calls.incrementAndGet();
            return silent ? Mono.never() : Objects.requireNonNull(answers.poll(), "no answer left");
        }
    }
}
