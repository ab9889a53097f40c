package io.weft.gateway.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.weft.contracts.HeaderNames;
import io.weft.contracts.Principal;
import io.weft.gateway.Gateway;
import io.weft.gateway.Graph;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.observability.ObservedSubgraphTransport;
import io.weft.gateway.observability.OperationTimers;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.reload.GraphSource;
import io.weft.gateway.reload.GraphStatus;
import io.weft.gateway.reload.GraphWatch;
import io.weft.gateway.reload.SupergraphFileWatch;
import io.weft.gateway.reload.SupergraphWatch;
import io.weft.gateway.resilience.ResilientSubgraphTransport;
import io.weft.gateway.security.SubgraphTrust;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import io.weft.gateway.transport.subgraph.HttpSubgraphTransport;
import io.weft.identity.TrustSettings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * One graph of this process, and all that belongs to it alone: its watch, its connections, its circuit breakers, its
 * plans, its metrics. Safe for use by many threads.
 */
final class ServedGraph implements AutoCloseable {

    private final String name;
    private final GraphWatch watch;
    private final HttpSubgraphTransport connections;
    private final ResilientSubgraphTransport resilience;
    private final ObservedSubgraphTransport observed;
    private final OperationTimers timers;
    private final GraphMeters gauges;
    private final SubgraphTrust trust;
    private final Executor executor;
    private final AtomicReference<@Nullable Gateway> gateway = new AtomicReference<>();
    private volatile GatewayProperties settings;

    /**
     * @param name   tags its metrics
     * @param thread for its watch; one thread
     */
    ServedGraph(
            String name,
            GatewayProperties settings,
            TrustSettings trust,
            MeterRegistry meters,
            Scheduler thread,
            Clock clock) {
        this.name = name;
        this.settings = settings;
        this.connections = new HttpSubgraphTransport(subgraph -> this.settings.connection(subgraph));
        this.resilience =
                new ResilientSubgraphTransport(connections, subgraph -> this.settings.resilience(subgraph), name);
        this.resilience.bindTo(meters);
        this.observed = new ObservedSubgraphTransport(resilience, meters, name);
        this.timers = new OperationTimers(meters, name);
        this.executor = new Executor(observed);
        this.trust = new SubgraphTrust(
                trust.trustedHeaders(), trust.maxAge(), subgraph -> this.settings.isTold(subgraph), clock);
        this.watch = watch(settings, thread, clock);
        this.gauges = new GraphMeters(meters, name, watch::status);
    }

    private GraphWatch watch(GatewayProperties settings, Scheduler thread, Clock clock) {
        return switch (settings.source()) {
            case GraphSource.SupergraphFile file ->
                new SupergraphFileWatch(file, supergraph -> serve(settings, supergraph), thread, clock);
            // Schemas are asked for past the circuit breakers: it does no harm, and finds out when a subgraph is back.
            case GraphSource.Subgraphs(var sources) ->
                new SupergraphWatch(
                        sources,
                        settings.reload(),
                        connections,
                        this::schemaHeaders,
                        new Composer()::compose,
                        supergraph -> serve(settings, supergraph),
                        thread,
                        clock);
        };
    }

    String name() {
        return name;
    }

    void start() {
        watch.start();
    }

    /** Empty until there is a graph to serve. */
    Optional<Gateway> gateway() {
        return Optional.ofNullable(gateway.get());
    }

    GatewayProperties settings() {
        return settings;
    }

    GraphStatus status() {
        return watch.status();
    }

    SubgraphTrust trust() {
        return trust;
    }

    OperationTimers timers() {
        return timers;
    }

    ResilientSubgraphTransport resilience() {
        return resilience;
    }

    @Override
    public void close() {
        watch.close();
        resilience.close();
        observed.close();
        timers.close();
        gauges.close();
        connections.close();
    }

    /** Everything about the new graph is made ready before the first request can begin with it. */
    private void serve(GatewayProperties next, Supergraph supergraph) {
        Graph graph = new Graph(
                supergraph,
                next.limits().operationLimits(),
                next.introspectable(),
                new Planner(supergraph),
                Set.of(),
                next.preparedDocuments());
        settings = next;
        Gateway serving = gateway.get();
        if (serving == null) {
            gateway.set(new Gateway(graph, executor));
        } else {
            serving.swap(graph);
        }
    }

    private Map<String, String> schemaHeaders(SubgraphName subgraph) {
        Map<String, String> headers = new HashMap<>(trust.headers(Principal.anonymous(), subgraph));
        headers.put(HeaderNames.REQUEST_ID, "schema-watch");
        return headers;
    }
}
