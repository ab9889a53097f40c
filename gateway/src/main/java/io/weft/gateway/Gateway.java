package io.weft.gateway;

import io.weft.gateway.AnswerIntrospection.Introspected;
import io.weft.gateway.GatewayResponse.Outcome;
import io.weft.gateway.Graph.Coercion;
import io.weft.gateway.Graph.Preparation;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.EventSource;
import io.weft.gateway.execution.Execution;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.execution.Variables;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.projection.Projector;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The pipeline: prepare the document, coerce the variables, execute the plan, project the answer. Safe for use by many
 * threads.
 */
public final class Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int WAITING = 128;

    private final Executor executor;
    private final IntSupplier mostWaiting;
    private final Supplier<Set<SubgraphName>> away;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile Graph graph;

    public Gateway(Graph graph, Executor executor) {
        this(graph, executor, () -> WAITING, Set::of);
    }

    /**
     * @param mostWaiting how many events of a subscription are kept for a client that does not take them
     * @param away        subgraphs that are not expected to answer: what others answer, too, is asked of these
     */
    public Gateway(Graph graph, Executor executor, IntSupplier mostWaiting, Supplier<Set<SubgraphName>> away) {
        this.graph = graph;
        this.executor = executor;
        this.mostWaiting = mostWaiting;
        this.away = away;
    }

    /** The graph that new requests begin with. */
    public Graph graph() {
        return graph;
    }

    /**
     * New requests begin with this graph; those under way finish on theirs. Subscriptions go on with this graph, or end
     * and say why.
     */
    public void swap(Graph next) {
        graph = next;
        subscriptions.forEach(subscription -> subscription.changeTo(next));
    }

    /** One response; to a subscription, that it needs a stream. Never fails: what goes wrong is a response with errors. */
    public Mono<GatewayResponse> execute(GatewayRequest request) {
        Set<OperationKind> permitted = new HashSet<>(request.permitted());
        permitted.remove(OperationKind.SUBSCRIPTION);
        return Mono.defer(() -> switch (check(request, permitted, graph)) {
                    case Check.Refused refused -> Mono.just(refused.response());
                    case Check.Ready ready -> run(request, ready).map(GatewayAnswer.Once::response);
                })
                .onErrorResume(bug -> Mono.just(failed(request, bug)));
    }

    /**
     * One response, or a subscription's events. Never fails, as above.
     *
     * @param until ends a subscription with this error; must not end empty before the subscription does
     */
    public Mono<GatewayAnswer> answer(GatewayRequest request, Mono<ResponseError> until) {
        return Mono.defer(() -> switch (check(request, request.permitted(), graph)) {
                    case Check.Refused refused ->
                        Mono.just(new GatewayAnswer.Once(refused.response(), refused.prepared()));
                    case Check.Ready ready -> answer(request, ready, until);
                })
                .onErrorResume(bug -> Mono.just(new GatewayAnswer.Once(failed(request, bug), Optional.empty())));
    }

    private sealed interface Check {
        /** @param introspection what the gateway itself answers, by response key */
        record Ready(
                Graph graph,
                Preparation.Prepared prepared,
                Variables variables,
                Map<String, @Nullable Object> introspection)
                implements Check {}

        record Refused(GatewayResponse response, Optional<Preparation.Prepared> prepared) implements Check {}
    }

    private Check check(GatewayRequest request, Set<OperationKind> permitted, Graph graph) {
        return switch (graph.prepare(request.document(), request.operationName(), request.principal(), away.get())) {
            case Preparation.Refused(var errors) ->
                new Check.Refused(refused(Outcome.REFUSED, errors), Optional.empty());
            case Preparation.Prepared prepared
            when !permitted.contains(prepared.operation().kind()) ->
                new Check.Refused(notPermitted(prepared.operation().kind()), Optional.of(prepared));
            case Preparation.Prepared prepared ->
                switch (graph.coerce(prepared.operation(), request.variables())) {
                    case Coercion.Refused(var errors) ->
                        new Check.Refused(refused(Outcome.REFUSED, errors), Optional.of(prepared));
                    case Coercion.Coerced(Variables variables) -> check(graph, prepared, variables);
                };
        };
    }

    private static Check check(Graph graph, Preparation.Prepared prepared, Variables variables) {
        return switch (graph.introspect(prepared.operation(), variables)) {
            case Introspected.Refused(var errors) ->
                new Check.Refused(refused(Outcome.REFUSED, errors), Optional.of(prepared));
            case Introspected.Answered(var data) -> new Check.Ready(graph, prepared, variables, data);
        };
    }

    private Mono<GatewayAnswer> answer(GatewayRequest request, Check.Ready ready, Mono<ResponseError> until) {
        return EventSource.of(ready.prepared().plan(), ready.variables())
                .map(source -> new Subscription.Running(ready.graph(), ready.prepared(), ready.variables(), source))
                .<Mono<GatewayAnswer>>map(running ->
                        Mono.just(new GatewayAnswer.Events(events(request, running, until), ready.prepared())))
                .orElseGet(() -> run(request, ready).cast(GatewayAnswer.class));
    }

    private Mono<GatewayAnswer.Once> run(GatewayRequest request, Check.Ready ready) {
        return executor.execute(ready.prepared().plan(), ready.variables(), request.headers())
                .flatMap(execution -> Failover.alternative(ready.graph(), request, ready.prepared(), execution.known())
                        .map(other -> executor.execute(
                                        other.plan(), ready.variables(), request.headers(), execution.known())
                                .map(again -> answered(ready, other, again)))
                        .orElseGet(() -> Mono.just(answered(ready, ready.prepared(), execution))))
                .onErrorResume(
                        bug -> Mono.just(new GatewayAnswer.Once(failed(request, bug), Optional.of(ready.prepared()))));
    }

    private static GatewayAnswer.Once answered(Check.Ready ready, Preparation.Prepared executed, Execution execution) {
        return new GatewayAnswer.Once(
                projected(executed, ready.variables(), ready.introspection(), execution), Optional.of(executed));
    }

    private Flux<GatewayEvent> events(GatewayRequest request, Subscription.Running running, Mono<ResponseError> until) {
        return Flux.defer(() -> {
            Subscription subscription = new Subscription(request, executor, running, mostWaiting.getAsInt());
            subscriptions.add(subscription);
            Graph now = graph;
            if (now != running.graph()) {
                subscription.changeTo(now);
            }
            return subscription
                    .events(until)
                    .onErrorResume(bug -> Flux.just(Subscription.ended(bug(request, bug))))
                    .doFinally(signal -> subscriptions.remove(subscription));
        });
    }

    static GatewayResponse projected(
            Preparation.Prepared prepared,
            Variables variables,
            Map<String, @Nullable Object> introspection,
            Execution execution) {
        Projector.Projected projected = Projector.project(prepared.shape(), execution, variables, introspection);
        return new GatewayResponse(
                projected.hasErrors() ? Outcome.PARTLY_ANSWERED : Outcome.ANSWERED, projected.bytes());
    }

    private static GatewayResponse notPermitted(OperationKind kind) {
        return kind == OperationKind.SUBSCRIPTION
                ? refused(
                        Outcome.NEEDS_STREAM,
                        ErrorCode.NOT_SUPPORTED,
                        "A subscription is answered with a stream of events: ask with \"Accept: text/event-stream\" or"
                                + " \"Accept: multipart/mixed;subscriptionSpec=1.0\", or over a websocket"
                                + " (graphql-transport-ws).")
                : refused(
                        Outcome.NOT_PERMITTED,
                        ErrorCode.NOT_SUPPORTED,
                        "A " + kind.keyword() + " cannot be asked for in this way: send it with POST.");
    }

    private static GatewayResponse refused(Outcome outcome, ErrorCode code, String message) {
        return refused(outcome, List.of(ResponseError.refusal(code.name(), message, List.of())));
    }

    private static GatewayResponse refused(Outcome outcome, List<ResponseError> errors) {
        return new GatewayResponse(outcome, Projector.refusal(errors));
    }

    private static GatewayResponse failed(GatewayRequest request, Throwable bug) {
        return refused(Outcome.FAILED, List.of(bug(request, bug)));
    }

    private static ResponseError bug(GatewayRequest request, Throwable bug) {
        LOG.atError()
                .setCause(bug)
                .addKeyValue("request_id", request.id())
                .addKeyValue("operation", request.operationName().orElse("-"))
                .log("A request failed");
        String message = "The gateway failed to answer. Its operators find the reason under the request id "
                + request.id() + ".";
        return ResponseError.refusal(ErrorCode.INTERNAL_ERROR.name(), message, List.of());
    }
}
