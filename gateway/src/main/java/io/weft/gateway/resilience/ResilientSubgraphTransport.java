package io.weft.gateway.resilience;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.weft.gateway.execution.SubgraphStreams;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.SubgraphName;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A transport that gives up in time, leaves a failing subgraph alone for a while, and limits what is under way to each.
 * What it refuses is a {@link SubgraphTransport.Response.Failed} like any other failure. Its metrics are
 * Resilience4j's, tagged with the subgraph's name.
 */
public final class ResilientSubgraphTransport implements SubgraphTransport, MeterBinder, AutoCloseable {

    private final SubgraphTransport transport;
    private final Function<SubgraphName, ResilienceSettings> settings;
    private final Map<String, String> tags;
    private final Map<SubgraphName, SubgraphGuards> guards = new ConcurrentHashMap<>();

    private final Map<SubgraphName, ResilienceSettings> granted = new ConcurrentHashMap<>();

    /** Looked at by every request, changed seldom. */
    private volatile Set<SubgraphName> away = Set.of();

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final TimeLimiterRegistry limiters = TimeLimiterRegistry.ofDefaults();
    private final RetryRegistry retries = RetryRegistry.ofDefaults();

    /** @param graph the name of the graph that calls; tags the metrics */
    public ResilientSubgraphTransport(
            SubgraphTransport transport, Function<SubgraphName, ResilienceSettings> settings, String graph) {
        this.transport = transport;
        this.settings = settings;
        this.tags = Map.of("graph", graph);
    }

    @Override
    public Mono<Response> send(Request request) {
        SubgraphGuards around = guards.computeIfAbsent(request.subgraph(), this::guards);
        Mono<Response> guarded = around.around(Mono.defer(() -> transport.send(request)));
        return request.kind() == OperationKind.QUERY ? around.retrying(guarded) : guarded;
    }

    /**
     * The same circuit breakers around the opening of streams, each given as long to open as a call may take. A stream
     * that is open takes no place from calls.
     */
    public SubgraphStreams around(SubgraphStreams streams) {
        return request -> Flux.defer(
                () -> guards.computeIfAbsent(request.subgraph(), this::guards).opening(streams.open(request)));
    }

    /** Which breakers there are and how they stand, in the order of the subgraphs' names. */
    public Map<SubgraphName, CircuitBreaker.State> circuits() {
        Map<SubgraphName, CircuitBreaker.State> states = new TreeMap<>();
        guards.forEach(
                (subgraph, around) -> states.put(subgraph, around.breaker().getState()));
        return states;
    }

    /** The subgraphs that are left alone, or tried again, since they failed lately. */
    public Set<SubgraphName> away() {
        return away;
    }

    /** From now on, calls to subgraphs whose settings are others now are guarded anew. */
    public void settingsChanged() {
        granted.forEach((subgraph, before) -> {
            if (!settings.apply(subgraph).equals(before)) {
                forget(subgraph);
            }
        });
    }

    /** Its metrics end; calls under way do not. */
    @Override
    public void close() {
        guards.keySet().forEach(this::forget);
    }

    private synchronized void lookWhoIsAway() {
        away = circuits().entrySet().stream()
                .filter(circuit -> switch (circuit.getValue()) {
                    case OPEN, FORCED_OPEN, HALF_OPEN -> true;
                    case CLOSED, DISABLED, METRICS_ONLY -> false;
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void forget(SubgraphName subgraph) {
        breakers.remove(subgraph.value());
        bulkheads.remove(subgraph.value());
        limiters.remove(subgraph.value());
        retries.remove(subgraph.value());
        granted.remove(subgraph);
        guards.remove(subgraph);
        lookWhoIsAway();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(limiters).bindTo(meters);
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
    }

    private SubgraphGuards guards(SubgraphName subgraph) {
        ResilienceSettings granted = settings.apply(subgraph);
        this.granted.put(subgraph, granted);
        String name = subgraph.value();
        CircuitBreaker breaker = breakers.circuitBreaker(name, breaker(granted.circuit()), tags);
        if (!granted.circuit().enabled()) {
            breaker.transitionToDisabledState();
        }
        breaker.getEventPublisher().onStateTransition(transition -> lookWhoIsAway());
        return new SubgraphGuards(
                subgraph,
                bulkheads.bulkhead(name, bulkhead(granted), tags),
                breaker,
                limiters.timeLimiter(
                        name,
                        TimeLimiterConfig.custom()
                                .timeoutDuration(granted.timeout())
                                .build(),
                        tags),
                retries.retry(name, retry(granted), tags));
    }

    private static CircuitBreakerConfig breaker(ResilienceSettings.Circuit circuit) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        Math.toIntExact(circuit.window().toSeconds()),
                        circuit.minimumCalls(),
                        SlidingWindowType.TIME_BASED)
                .failureRateThreshold(circuit.failureRate())
                .waitDurationInOpenState(circuit.openFor())
                .permittedNumberOfCallsInHalfOpenState(circuit.trialCalls())
                .recordResult(result -> result instanceof Response response && isFailure(response))
                .build();
    }

    private static BulkheadConfig bulkhead(ResilienceSettings granted) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(granted.maxConcurrent())
                // Waiting for a place would block an event loop.
                .maxWaitDuration(Duration.ZERO)
                .fairCallHandlingStrategyEnabled(false)
                .build();
    }

    private static RetryConfig retry(ResilienceSettings granted) {
        return RetryConfig.<Response>custom()
                .maxAttempts(granted.retries() + 1)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(granted.retryDelay(), 2.0))
                .retryOnResult(ResilientSubgraphTransport::mayHelpToRetry)
                .build();
    }

    private static boolean isFailure(Response response) {
        return switch (response) {
            case Response.Answered(int status, byte[] ignored, var _) -> status >= 500;
            case Response.Failed(Reason reason, String ignored) ->
                switch (reason) {
                    case UNREACHABLE, TIMEOUT -> true;
                    case CIRCUIT_OPEN, OVERLOADED, TOO_LARGE, INVALID_ANSWER -> false;
                };
        };
    }

    private static boolean mayHelpToRetry(Response response) {
        return switch (response) {
            case Response.Answered(int status, byte[] ignored, var _) -> status >= 502 && status <= 504;
            case Response.Failed(Reason reason, String ignored) -> reason == Reason.UNREACHABLE;
        };
    }
}
