package io.weft.gateway.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weft.contracts.Role;
import io.weft.gateway.Explain;
import io.weft.gateway.Gateway;
import io.weft.gateway.GatewayAnswer;
import io.weft.gateway.GatewayEvent;
import io.weft.gateway.GatewayRequest;
import io.weft.gateway.GatewayResponse;
import io.weft.gateway.Graph;
import io.weft.gateway.execution.AnswerPath;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.observability.Explanation;
import io.weft.gateway.planning.plan.PlanPrinter;
import io.weft.gateway.projection.Projector;
import io.weft.gateway.security.CallerHeaders;
import io.weft.gateway.selection.Strategy;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.transport.http.AnswerGraphQl.Answer;
import io.weft.gateway.transport.http.AnswerGraphQl.Event;
import io.weft.gateway.transport.http.AnswerGraphQl.Outcome;
import io.weft.gateway.transport.http.GraphQlRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings together what transport, security and observability know of an operation, and has the gateway execute it. */
final class AnswerOperation {

    private static final String EXPLAIN = "X-Weft-Explain";
    private static final String STRATEGY = "X-Weft-Strategy";
    private static final List<String> TRACING = List.of("traceparent", "tracestate");
    private static final byte[] NO_GRAPH_YET =
            "{\"errors\":[{\"message\":\"There is no graph yet: the subgraphs have not told schemas that compose. Try again shortly.\",\"extensions\":{\"code\":\"NOT_READY\"}}]}"
                    .getBytes(UTF_8);

    private static final byte[] NO_STRATEGY =
            "{\"errors\":[{\"message\":\"X-Weft-Strategy is none of SINGLE, GATHER, STREAM and FULL. Leave it out, and each selection is found in the cheapest way.\",\"extensions\":{\"code\":\"BAD_REQUEST\"}}]}"
                    .getBytes(UTF_8);

    private final OpenSubscriptions open;
    private final Role explainRole;
    private final Clock clock;

    /** @param explainRole who may ask how a request was answered */
    AnswerOperation(OpenSubscriptions open, Role explainRole, Clock clock) {
        this.open = open;
        this.explainRole = explainRole;
        this.clock = clock;
    }

    Mono<Answer> answer(ServedGraph graph, GraphQlRequest request, Asking asking) {
        Optional<Gateway> ready = graph.gateway();
        if (ready.isEmpty()) {
            return Mono.just(new Answer.Once(Outcome.NOT_READY, NO_GRAPH_YET));
        }
        Optional<String> wished =
                mayExplain(asking) ? Optional.ofNullable(asking.sent().getFirst(STRATEGY)) : Optional.empty();
        Optional<Strategy> strategy = wished.flatMap(AnswerOperation::strategy);
        if (wished.isPresent() && strategy.isEmpty()) {
            return Mono.just(new Answer.Once(Outcome.INVALID, NO_STRATEGY));
        }
        return graph.during(answer(graph, ready.get(), request, asking))
                .contextWrite(context ->
                        strategy.map(only -> context.put(Strategy.class, only)).orElse(context));
    }

    private Mono<Answer> answer(ServedGraph graph, Gateway ready, GraphQlRequest request, Asking asking) {
        return ready.answer(gatewayRequest(graph, request, asking), end(graph, asking))
                .map(answer -> {
                    Optional<Graph.Preparation.Prepared> prepared = prepared(answer);
                    String operation = prepared.map(
                                    known -> known.operation().name().orElse("(unnamed)"))
                            .orElse("(refused)");
                    asking.trace().operation(operation);
                    return switch (answer) {
                        case GatewayAnswer.Once(GatewayResponse response, var ignored) -> {
                            graph.timers()
                                    .record(
                                            asking.trace(),
                                            operation,
                                            response.outcome().name());
                            yield new Answer.Once(
                                    outcome(response.outcome()), explained(response.body(), prepared, asking));
                        }
                        case GatewayAnswer.Events(Flux<GatewayEvent> events, var ignored) ->
                            new Answer.Stream(graph.during(counted(graph, events, operation, asking)
                                    .index((index, event) -> event(index, event, prepared, asking))));
                    };
                });
    }

    private boolean mayExplain(Asking asking) {
        return asking.principal().role().includes(explainRole);
    }

    private static Optional<Strategy> strategy(String wished) {
        return Arrays.stream(Strategy.values())
                .filter(strategy -> strategy.name().equalsIgnoreCase(wished))
                .findFirst();
    }

    private static GatewayRequest gatewayRequest(ServedGraph graph, GraphQlRequest request, Asking asking) {
        return new GatewayRequest(
                asking.trace().requestId(),
                request.document(),
                request.operationName(),
                request.variables(),
                request.permitted(),
                asking.principal(),
                new CallerHeaders(
                        graph.trust(),
                        asking.principal(),
                        asking.trace().requestId(),
                        only(asking.sent(), graph.settings().propagateHeaders()),
                        only(asking.sent(), TRACING)));
    }

    /** Why a subscription ends that neither client nor service has ended. */
    private Mono<ResponseError> end(ServedGraph graph, Asking asking) {
        Mono<ResponseError> stopping = Mono.firstWithValue(open.stopping(), graph.closing());
        return asking.until()
                .map(until -> Mono.firstWithValue(stopping, expired(until)))
                .orElse(stopping);
    }

    private Mono<ResponseError> expired(Instant until) {
        return Mono.delay(Duration.between(clock.instant(), until))
                .map(now -> ResponseError.of(
                        ErrorCode.TOKEN_EXPIRED,
                        "The token that this subscription was asked for with has expired: subscribe again with a new"
                                + " one.",
                        AnswerPath.ROOT));
    }

    private Flux<GatewayEvent> counted(ServedGraph graph, Flux<GatewayEvent> events, String operation, Asking asking) {
        return Flux.defer(() -> open.enter()
                .map(place -> place.during(
                        graph.subscriptions().measured(events, operation, asking.trace(), AnswerOperation::reason),
                        event -> reason(event).isPresent()))
                .orElseGet(() -> Flux.just(new GatewayEvent.Ended(
                        ErrorCode.TOO_MANY_SUBSCRIPTIONS.name(), Projector.errors(List.of(open.full()))))));
    }

    private static Optional<String> reason(GatewayEvent event) {
        return switch (event) {
            case GatewayEvent.Next ignored -> Optional.empty();
            case GatewayEvent.Ended(String code, byte[] errors) -> Optional.of(code);
        };
    }

    private Event event(long index, GatewayEvent event, Optional<Graph.Preparation.Prepared> prepared, Asking asking) {
        return switch (event) {
            case GatewayEvent.Next(GatewayResponse response) ->
                new Event.Next(index == 0 ? explained(response.body(), prepared, asking) : response.body());
            case GatewayEvent.Ended(String code, byte[] errors) -> new Event.Ended(errors);
        };
    }

    /** With how near the nearest are, and how it was answered for those who ask for that and may. */
    private byte[] explained(byte[] body, Optional<Graph.Preparation.Prepared> prepared, Asking asking) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        List<Map<String, Object>> nearest = asking.trace().selections().stream()
                .filter(selection -> selection.containsKey(NoteSelections.RECALL))
                .map(NoteSelections::ofNearest)
                .toList();
        if (!nearest.isEmpty()) {
            extensions.put("nearest", nearest);
        }
        extensions.putAll(explanation(prepared, asking));
        return extensions.isEmpty() ? body : Explanation.addedTo(body, extensions);
    }

    private Map<String, Object> explanation(Optional<Graph.Preparation.Prepared> prepared, Asking asking) {
        String wish = asking.sent().getFirst(EXPLAIN);
        boolean explain = ("plan".equalsIgnoreCase(wish) || "all".equalsIgnoreCase(wish)) && mayExplain(asking);
        if (!explain || prepared.isEmpty()) {
            return Map.of();
        }
        Graph.Preparation.Prepared known = prepared.get();
        Map<String, String> stages = new LinkedHashMap<>(
                "all".equalsIgnoreCase(wish)
                        ? Explain.stages(known)
                        : Map.of("plan", PlanPrinter.print(known.plan().plan())));
        if (!known.avoided().isEmpty()) {
            stages.put(
                    "avoided",
                    String.join(
                            ", ",
                            known.avoided().stream()
                                    .map(SubgraphName::value)
                                    .sorted()
                                    .toList()));
        }
        return Map.of("explain", Explanation.of(stages, asking.trace()));
    }

    private static Optional<Graph.Preparation.Prepared> prepared(GatewayAnswer answer) {
        return switch (answer) {
            case GatewayAnswer.Once(var response, Optional<Graph.Preparation.Prepared> prepared) -> prepared;
            case GatewayAnswer.Events(var events, Graph.Preparation.Prepared prepared) -> Optional.of(prepared);
        };
    }

    private static Outcome outcome(GatewayResponse.Outcome outcome) {
        return switch (outcome) {
            case ANSWERED, PARTLY_ANSWERED -> Outcome.EXECUTED;
            case REFUSED -> Outcome.INVALID;
            case NOT_PERMITTED -> Outcome.NOT_PERMITTED;
            case NEEDS_STREAM -> Outcome.NEEDS_STREAM;
            case FAILED -> Outcome.BROKEN;
        };
    }

    private static Map<String, String> only(HttpHeaders sent, List<String> names) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : names) {
            List<String> values = sent.getOrEmpty(name);
            if (!values.isEmpty()) {
                headers.put(name, String.join(", ", values));
            }
        }
        return headers;
    }
}
