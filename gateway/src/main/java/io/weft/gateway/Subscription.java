package io.weft.gateway;

import io.weft.gateway.GatewayEvent.Ended;
import io.weft.gateway.GatewayEvent.Next;
import io.weft.gateway.Graph.Coercion;
import io.weft.gateway.Graph.Preparation;
import io.weft.gateway.execution.AnswerPath;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.EventSource;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.execution.SubgraphStreams.Signal;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.execution.Variables;
import io.weft.gateway.projection.Projector;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One client's subscription. Each event is the answer to the plan's first fetch; the rest of the plan runs for it, one
 * event after another, so that responses keep the events' order and a later one never shows older data.
 *
 * <p>Events that wait for the client, or for the fetches of the event before, are kept up to a limit. One more, and the
 * subscription ends: to drop events silently would be worse.
 */
final class Subscription {

    private final GatewayRequest request;
    private final Executor executor;
    private final int mostWaiting;
    private final Sinks.One<ResponseError> end = Sinks.one();
    private final AtomicReference<@Nullable ResponseError> ended = new AtomicReference<>();
    private volatile Running running;

    /** What the next event runs on. */
    record Running(Graph graph, Preparation.Prepared prepared, Variables variables, EventSource source) {}

    /** @param mostWaiting how many events are kept for a slow client */
    Subscription(GatewayRequest request, Executor executor, Running running, int mostWaiting) {
        this.request = request;
        this.executor = executor;
        this.running = running;
        this.mostWaiting = mostWaiting;
    }

    /** @param until ends the subscription with this error */
    Flux<GatewayEvent> events(Mono<ResponseError> until) {
        Mono<ResponseError> ending =
                Mono.firstWithValue(end.asMono(), until).doOnNext(why -> ended.compareAndSet(null, why));
        return executor.open(running.source(), request.headers())
                .filter(signal -> !(signal instanceof Signal.Opened))
                .onBackpressureBuffer(mostWaiting, tooMany -> end(tooSlow()), BufferOverflowStrategy.DROP_LATEST)
                .concatMap(this::tell, 0)
                .takeUntilOther(ending)
                .concatWith(Mono.defer(() -> Mono.justOrEmpty(ended.get()).map(Subscription::ended)));
    }

    static Ended ended(ResponseError why) {
        return new Ended(String.valueOf(why.extensions().get(ResponseError.CODE)), Projector.errors(List.of(why)));
    }

    /**
     * The next event runs on this graph. Where the graph cannot take over the stream of events as it is, the
     * subscription ends.
     */
    synchronized void changeTo(Graph next) {
        Running before = running;
        switch (next.prepare(
                request.document(),
                request.operationName(),
                request.principal(),
                before.prepared().activeLabels(),
                before.prepared().avoided())) {
            case Preparation.Refused(List<ResponseError> errors) -> end(noLongerValid(errors));
            case Preparation.Prepared prepared -> changeTo(next, prepared, before.source());
        }
    }

    private void changeTo(Graph next, Preparation.Prepared prepared, EventSource before) {
        switch (next.coerce(prepared.operation(), request.variables())) {
            case Coercion.Refused(List<ResponseError> errors) -> end(noLongerValid(errors));
            case Coercion.Coerced(Variables variables) ->
                EventSource.of(prepared.plan(), variables)
                        .filter(source -> source.isSameAs(before))
                        .ifPresentOrElse(
                                source -> running = new Running(next, prepared, variables, source),
                                () -> end(sourceChanged(before)));
        }
    }

    private Mono<GatewayEvent> tell(Signal signal) {
        return switch (signal) {
            case Signal.Opened() -> Mono.empty();
            case Signal.Event(Response.Answered answer) -> run(answer, running);
            case Signal.Failed(var reason, String message) -> {
                end(ResponseError.of(ErrorCode.of(reason), running.source().subgraph(), message, AnswerPath.ROOT));
                yield Mono.never();
            }
        };
    }

    private Mono<GatewayEvent> run(Response.Answered event, Running on) {
        return executor.execute(on.prepared().plan(), event, on.variables(), request.headers())
                .map(execution -> Gateway.projected(on.prepared(), on.variables(), Map.of(), execution))
                .map(Next::new);
    }

    private void end(ResponseError why) {
        end.tryEmitValue(why);
    }

    private ResponseError tooSlow() {
        return ResponseError.of(
                ErrorCode.SUBSCRIPTION_TOO_SLOW,
                "More than " + mostWaiting + " events were waiting for this client, so the subscription has ended:"
                        + " read faster, or subscribe to less.",
                AnswerPath.ROOT);
    }

    private static ResponseError noLongerValid(List<ResponseError> errors) {
        return ResponseError.of(
                ErrorCode.GRAPH_CHANGED,
                "The graph has changed, and this subscription no longer fits it: "
                        + errors.getFirst().message(),
                AnswerPath.ROOT);
    }

    private static ResponseError sourceChanged(EventSource before) {
        return ResponseError.of(
                ErrorCode.GRAPH_CHANGED,
                "The graph has changed, and the events of this subscription would be asked of subgraph '"
                        + before.subgraph() + "' in another way, or of another subgraph: subscribe again.",
                AnswerPath.ROOT);
    }
}
