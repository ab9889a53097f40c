package io.weft.gateway.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.weft.gateway.execution.SubgraphTransport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** Times every call to a subgraph ({@code weft.fetch}), and notes it in the trace of the request it is made for. */
public final class ObservedSubgraphTransport implements SubgraphTransport, AutoCloseable {

    private final SubgraphTransport transport;
    private final MeterRegistry meters;
    private final String graph;
    private final ConcurrentMap<Measured, Timer> timers = new ConcurrentHashMap<>();

    private record Measured(String subgraph, String outcome) {}

    /** @param graph the name of the graph that calls; tags what is measured */
    public ObservedSubgraphTransport(SubgraphTransport transport, MeterRegistry meters, String graph) {
        this.transport = transport;
        this.meters = meters;
        this.graph = graph;
    }

    /** Forgets what was measured: the graph is no longer served. */
    @Override
    public void close() {
        timers.values().forEach(meters::remove);
    }

    @Override
    public Mono<Response> send(Request request) {
        return Mono.deferContextual(context -> {
            Optional<RequestTrace> trace = RequestTrace.of(context);
            Optional<Duration> at = trace.map(RequestTrace::age);
            long begun = System.nanoTime();
            return transport.send(request).doOnNext(response -> {
                long nanos = System.nanoTime() - begun;
                timer(request, outcome(response)).record(nanos, TimeUnit.NANOSECONDS);
                trace.ifPresent(of -> of.add(new RequestTrace.Fetch(
                        request.subgraph(),
                        at.orElse(Duration.ZERO),
                        Duration.ofNanos(nanos),
                        request.body().length,
                        size(response),
                        outcome(response))));
            });
        });
    }

    private Timer timer(Request request, String outcome) {
        return timers.computeIfAbsent(
                new Measured(request.subgraph().value(), outcome),
                measured -> Timer.builder("weft.fetch")
                        .description("Calls to subgraphs")
                        .tag("graph", graph)
                        .tag("subgraph", measured.subgraph())
                        .tag("outcome", measured.outcome())
                        .publishPercentileHistogram()
                        .register(meters));
    }

    private static String outcome(Response response) {
        return switch (response) {
            case Response.Answered(int status, byte[] ignored, var _) -> Integer.toString(status);
            case Response.Failed(Reason reason, String ignored) -> reason.name();
        };
    }

    private static int size(Response response) {
        return switch (response) {
            case Response.Answered(int ignored, byte[] body, var _) -> body.length;
            case Response.Failed ignored -> 0;
        };
    }
}
