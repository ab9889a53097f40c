package io.weft.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.execution.AnswerPath;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.execution.SubgraphStreams.Signal;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** What becomes of a subscription's events, whatever the services behind it do. */
class GatewaySubscriptionTest {

    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\", \"@shareable\", \"@inaccessible\"])\n";
    private static final String BIDS = LINK + """
            type Query { none: Int }
            type Subscription { bid(of: ID): Bid strict: Bid! shown: Lot @shareable }
            type Bid { amount: Int! lot: Lot others: [Lot!] item: Item }
            interface Item { id: ID! }
            type Lot implements Item @key(fields: "id") { id: ID! }
            type Book implements Item @key(fields: "id") { id: ID! }
            """;
    private static final String LOTS = LINK + """
            type Query { version: Int }
            type Subscription { shown: Lot @shareable }
            type Lot @key(fields: "id") { id: ID! title: String! }
            type Book @key(fields: "id") { id: ID! author: String }
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> subscribed = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final TestPublisher<Signal> stream = TestPublisher.create();
    private final List<Mono<Response>> answers = new ArrayList<>();
    private final Gateway gateway = new Gateway(
            graph(BIDS, LOTS),
            new Executor(
                    request -> {
                        asked.add(new String(request.body(), UTF_8));
                        return answers.isEmpty() ? Mono.just(lots("A")) : answers.removeFirst();
                    },
                    request -> {
                        subscribed.add(request.subgraph() + " " + new String(request.body(), UTF_8));
                        return stream.flux();
                    }),
            () -> 4,
            Set::of);

    @Test
    void followUpsRunForEachEventAndResponsesKeepTheEventsOrder() {
        Sinks.One<Response> slow = Sinks.one();
        answers.add(slow.asMono());
        StepVerifier.create(texts("subscription { bid { amount lot { title } } }"))
                .then(() -> event("{\"data\":{\"bid\":{\"amount\":1,\"lot\":{\"__typename\":\"Lot\",\"id\":\"1\"}}}}"))
                .then(() -> event("{\"data\":{\"bid\":{\"amount\":2,\"lot\":null}}}"))
                .then(() -> slow.tryEmitValue(lots("A")).orThrow())
                .expectNext("{\"data\":{\"bid\":{\"amount\":1,\"lot\":{\"title\":\"A\"}}}}")
                .expectNext("{\"data\":{\"bid\":{\"amount\":2,\"lot\":null}}}")
                .then(stream::complete)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(subscribed)
                .containsExactly("bids {\"query\":\"subscription{bid{amount lot{id}}}\",\"variables\":{}}");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anEventThatIsNullOrHasErrorsIsAResponseLikeAQuerys() {
        StepVerifier.create(texts("subscription { change: bid { amount others { title } } }"))
                .then(() -> event("{\"data\":{\"change\":null}}"))
                .expectNext("{\"data\":{\"change\":null}}")
                .then(() -> event(
                        "{\"data\":{\"change\":{\"amount\":1,\"others\":[{\"__typename\":\"Lot\",\"id\":\"1\"}]}},"
                                + "\"errors\":[{\"message\":\"odd\",\"path\":[\"change\",\"amount\"]}]}"))
                .expectNext(
                        "{\"data\":{\"change\":{\"amount\":1,\"others\":[{\"title\":\"A\"}]}},\"errors\":[{\"message\":"
                                + "\"odd\",\"path\":[\"change\",\"amount\"],\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"bids\"}}]}")
                .then(() -> event("{\"errors\":[{\"message\":\"all wrong\"}]}"))
                .expectNext("{\"data\":{\"change\":null},\"errors\":[{\"message\":\"all wrong\",\"path\":[\"change\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"bids\"}}]}")
                .then(() -> event("<html>"))
                .assertNext(text -> assertThat(text).contains("SUBGRAPH_INVALID_ANSWER"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void aFollowUpThatFailsHitsItsEventOnly() {
        answers.add(Mono.just(new Response.Failed(Reason.TIMEOUT, "too late")));
        StepVerifier.create(texts("subscription { strict { others { title } } }"))
                .then(() -> event("{\"data\":{\"strict\":{\"others\":[{\"__typename\":\"Lot\",\"id\":\"1\"}]}}}"))
                .expectNext(
                        "{\"data\":{\"strict\":{\"others\":null}},\"errors\":[{\"message\":\"too late\",\"path\":"
                                + "[\"strict\",\"others\"],\"extensions\":{\"code\":\"SUBGRAPH_TIMEOUT\",\"service\":\"lots\"}}]}")
                .then(() -> event("{\"data\":{\"strict\":{\"others\":[{\"__typename\":\"Lot\",\"id\":\"1\"}]}}}"))
                .expectNext("{\"data\":{\"strict\":{\"others\":[{\"title\":\"A\"}]}}}")
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void objectsOfAnInterfaceAreFollowedByTheirTypes() {
        answers.add(Mono.just(answered("{\"data\":{\"_entities\":[{\"author\":\"B\"}]}}")));
        StepVerifier.create(texts("subscription { bid { item { id ... on Book { author } } } }"))
                .then(() -> event("{\"data\":{\"bid\":{\"item\":{\"__typename\":\"Book\",\"id\":\"1\"}}}}"))
                .expectNext("{\"data\":{\"bid\":{\"item\":{\"id\":\"1\",\"author\":\"B\"}}}}")
                .then(() -> event("{\"data\":{\"bid\":{\"item\":{\"__typename\":\"Lot\",\"id\":\"1\"}}}}"))
                .expectNext("{\"data\":{\"bid\":{\"item\":{\"id\":\"1\"}}}}")
                .thenCancel()
                .verify(PATIENCE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsLeftOutByAVariableIsNotFollowed() {
        StepVerifier.create(texts(
                        "subscription($all: Boolean!) { bid { amount lot @include(if: $all) { title } } }",
                        Map.of("all", false)))
                .then(() -> event("{\"data\":{\"bid\":{\"amount\":1}}}"))
                .expectNext("{\"data\":{\"bid\":{\"amount\":1}}}")
                .thenCancel()
                .verify(PATIENCE);
        assertThat(asked).isEmpty();
    }

    @Test
    void aFieldThatSeveralServicesPublishIsSubscribedToAtOneOnly() {
        StepVerifier.create(texts("subscription { shown { title } }"))
                .then(() -> event("{\"data\":{\"shown\":{\"title\":\"A\"}}}"))
                .expectNext("{\"data\":{\"shown\":{\"title\":\"A\"}}}")
                .thenCancel()
                .verify(PATIENCE);
        assertThat(subscribed).singleElement().asString().startsWith("lots ");
    }

    @Test
    void thereIsOneRootField() {
        for (String several : List.of(
                "subscription { bid { amount } strict { amount } }",
                "subscription { ...F } fragment F on Subscription { bid { amount } strict { amount } }",
                "subscription { __typename }")) {
            StepVerifier.create(gateway.answer(Requests.anonymous(several, Map.of()), Mono.never()))
                    .assertNext(answer -> assertThat(answer)
                            .isInstanceOfSatisfying(
                                    GatewayAnswer.Once.class,
                                    once -> assertThat(
                                                    new String(once.response().body(), UTF_8))
                                            .contains("GRAPHQL_VALIDATION_FAILED")))
                    .expectComplete()
                    .verify(PATIENCE);
        }
    }

    @Test
    void aClientThatDoesNotReadIsToldThatItWasTooSlow() {
        StepVerifier.create(texts("subscription { bid { amount } }"), 0)
                .then(() -> {
                    for (int i = 0; i < 6; i++) {
                        event("{\"data\":{\"bid\":{\"amount\":" + i + "}}}");
                    }
                })
                .then(stream::assertCancelled)
                .thenRequest(10)
                .thenConsumeWhile(text -> text.startsWith("{\"data\""))
                .assertNext(
                        text -> assertThat(text).startsWith("ended SUBSCRIPTION_TOO_SLOW [{\"message\":\"More than 4"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aServiceThatIsGoneIsNamedAfterTheEventsBefore() {
        StepVerifier.create(texts("subscription { bid { amount } }"))
                .then(() -> event("{\"data\":{\"bid\":{\"amount\":1}}}"))
                .expectNext("{\"data\":{\"bid\":{\"amount\":1}}}")
                .then(() -> stream.next(new Signal.Failed(Reason.UNREACHABLE, "gone")))
                .expectNext("ended SUBGRAPH_UNREACHABLE [{\"message\":\"gone\",\"extensions\":"
                        + "{\"code\":\"SUBGRAPH_UNREACHABLE\",\"service\":\"bids\"}}]")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void whoeverCancelsEndsTheStream() {
        Disposable client = texts("subscription { bid { amount } }").subscribe();
        stream.assertWasSubscribed();
        client.dispose();
        stream.assertCancelled();
    }

    @Test
    void itEndsWhenItMust() {
        Sinks.One<ResponseError> until = Sinks.one();
        StepVerifier.create(texts("subscription { bid { amount } }", Map.of(), until.asMono()))
                .then(() -> until.tryEmitValue(ResponseError.of(ErrorCode.TOKEN_EXPIRED, "over", AnswerPath.ROOT))
                        .orThrow())
                .expectNext("ended TOKEN_EXPIRED [{\"message\":\"over\",\"extensions\":{\"code\":\"TOKEN_EXPIRED\"}}]")
                .expectComplete()
                .verify(PATIENCE);
        stream.assertCancelled();
    }

    @Test
    void itGoesOnWithAChangedGraphWhereItsEventsAreTheSame() {
        StepVerifier.create(texts("subscription { bid { amount lot { title } } }"))
                .then(() -> gateway.swap(graph(BIDS, LOTS.replace("version: Int", "version: Int more: Int"))))
                .then(() -> event("{\"data\":{\"bid\":{\"amount\":1,\"lot\":{\"__typename\":\"Lot\",\"id\":\"1\"}}}}"))
                .expectNext("{\"data\":{\"bid\":{\"amount\":1,\"lot\":{\"title\":\"A\"}}}}")
                .then(() -> gateway.swap(graph(
                        BIDS,
                        LOTS.replace("title: String!", ""),
                        LINK + "type Query { x: Int } type Lot @key(fields: \"id\") { id: ID! title: String! }")))
                .then(() -> event("{\"data\":{\"bid\":{\"amount\":2,\"lot\":{\"__typename\":\"Lot\",\"id\":\"1\"}}}}"))
                .expectNext("{\"data\":{\"bid\":{\"amount\":2,\"lot\":{\"title\":\"A\"}}}}")
                .thenCancel()
                .verify(PATIENCE);
        assertThat(subscribed).hasSize(1);
    }

    @Test
    void itEndsWithAReasonWhereTheGraphNoLongerHasIt() {
        StepVerifier.create(texts("subscription { bid { lot { title } } }"))
                .then(() -> gateway.swap(graph(BIDS, LOTS.replace("title: String!", "name: String!"))))
                .assertNext(text ->
                        assertThat(text).startsWith("ended GRAPH_CHANGED").contains("no longer fits it", "title"))
                .expectComplete()
                .verify(PATIENCE);
        stream.assertCancelled();
    }

    @Test
    void itEndsWithAReasonWhereItsEventsWouldComeFromElsewhere() {
        StepVerifier.create(texts("subscription { shown { title } }"))
                .then(() -> gateway.swap(graph(BIDS, LOTS.replace("type Subscription { shown: Lot @shareable }", ""))))
                .assertNext(text ->
                        assertThat(text).startsWith("ended GRAPH_CHANGED").contains("'lots'", "subscribe again"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aGraphThatChangesWhileItBeginsIsNotMissed() {
        Mono<GatewayAnswer> answer =
                gateway.answer(Requests.anonymous("subscription { bid { lot { title } } }", Map.of()), Mono.never());
        StepVerifier.create(answer.doOnNext(
                                ready -> gateway.swap(graph(BIDS, LOTS.replace("title: String!", "name: String!"))))
                        .flatMapMany(GatewaySubscriptionTest::texts))
                .assertNext(text -> assertThat(text).startsWith("ended GRAPH_CHANGED"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void onePlainAnswerIsNotEnough() {
        StepVerifier.create(gateway.execute(Requests.anonymous("subscription { bid { amount } }", Map.of())))
                .assertNext(response -> {
                    assertThat(response.outcome()).isEqualTo(GatewayResponse.Outcome.NEEDS_STREAM);
                    assertThat(new String(response.body(), UTF_8)).contains("text/event-stream");
                })
                .expectComplete()
                .verify(PATIENCE);
    }

    private void event(String body) {
        stream.next(Signal.Event.of(body.getBytes(UTF_8)));
    }

    private Flux<String> texts(String query) {
        return texts(query, Map.of());
    }

    private Flux<String> texts(String query, Map<String, Object> variables) {
        return texts(query, variables, Mono.never());
    }

    private Flux<String> texts(String query, Map<String, Object> variables, Mono<ResponseError> until) {
        return gateway.answer(Requests.anonymous(query, variables), until).flatMapMany(GatewaySubscriptionTest::texts);
    }

    private static Flux<String> texts(GatewayAnswer answer) {
        return switch (answer) {
            case GatewayAnswer.Once(GatewayResponse response, var ignored) ->
                Flux.error(new AssertionError(new String(response.body(), UTF_8)));
            case GatewayAnswer.Events(Flux<GatewayEvent> events, var ignored) ->
                events.map(event -> switch (event) {
                    case GatewayEvent.Next(GatewayResponse response) -> new String(response.body(), UTF_8);
                    case GatewayEvent.Ended(String code, byte[] errors) ->
                        "ended " + code + " " + new String(errors, UTF_8);
                });
        };
    }

    private static Graph graph(String... sdls) {
        List<String> names = List.of("bids", "lots", "more");
        List<SubgraphSource> sources = new ArrayList<>();
        for (int i = 0; i < sdls.length; i++) {
            sources.add(
                    new SubgraphSource(new SubgraphName(names.get(i)), URI.create("http://" + names.get(i)), sdls[i]));
        }
        return switch (new Composer().compose(sources)) {
            case CompositionResult.Composed composed ->
                new Graph(
                        composed.supergraph(),
                        OperationLimits.DEFAULT,
                        new Planner(composed.supergraph())::plan,
                        100_000);
            case CompositionResult.Refused refused -> throw new AssertionError(refused.errors());
        };
    }

    private static Response lots(String title) {
        return answered("{\"data\":{\"_entities\":[{\"title\":\"" + title + "\"}]}}");
    }

    private static Response.Answered answered(String body) {
        return new Response.Answered(200, body.getBytes(UTF_8));
    }
}
