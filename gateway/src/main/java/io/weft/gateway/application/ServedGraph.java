package io.weft.gateway.application;

import io.weft.contracts.HeaderNames;
import io.weft.contracts.Principal;
import io.weft.gateway.Gateway;
import io.weft.gateway.Graph;
import io.weft.gateway.execution.AnswerPath;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.InProcessSubgraph;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.observability.ObservedSubgraphTransport;
import io.weft.gateway.observability.OperationTimers;
import io.weft.gateway.observability.SubscriptionMeters;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.reload.ConfigurationWatch;
import io.weft.gateway.reload.GraphSource;
import io.weft.gateway.reload.GraphStatus;
import io.weft.gateway.reload.GraphWatch;
import io.weft.gateway.reload.RehearsedComposer;
import io.weft.gateway.reload.SchemaSource;
import io.weft.gateway.reload.ServedSchemas;
import io.weft.gateway.reload.SupergraphFileWatch;
import io.weft.gateway.reload.SupergraphWatch;
import io.weft.gateway.resilience.ResilientSubgraphTransport;
import io.weft.gateway.security.SubgraphTrust;
import io.weft.gateway.selection.SelectionSubgraph;
import io.weft.gateway.stitching.StitchedGraph.Services;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import io.weft.gateway.transport.subgraph.HttpSubgraphTransport;
import io.weft.gateway.transport.subgraph.SchemaChanges;
import io.weft.gateway.transport.subgraph.stream.SubgraphSubscriptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One graph of this process, and all that belongs to it alone: its watch, its connections, its circuit breakers, its
 * plans, its metrics. Safe for use by many threads.
 */
final class ServedGraph implements AutoCloseable {

    private final String name;
    private final GraphOrigin origin;
    private final Surroundings surroundings;
    private final Scheduler thread;
    private final GraphWatch watch;
    private final HttpSubgraphTransport connections;
    private final SchemaChanges changes = new SchemaChanges();
    private final ServedSchemas served = new ServedSchemas();
    private final ResilientSubgraphTransport resilience;
    private final ObservedSubgraphTransport observed;
    private final NoteSelections noted;
    private final OperationTimers timers;
    private final SubscriptionMeters subscriptions;
    private final Sinks.One<ResponseError> closing = Sinks.one();
    private final SubgraphTrust trust;
    private final Executor executor;
    private final AtomicReference<@Nullable Gateway> gateway = new AtomicReference<>();
    private final InFlight inFlight = new InFlight(this::release);
    private volatile GatewayProperties settings;
    private @Nullable GraphMeters gauges;

    /** @param name tags its metrics */
    ServedGraph(String name, GraphOrigin origin, Surroundings surroundings) {
        this.name = name;
        this.origin = origin;
        this.surroundings = surroundings;
        this.settings = surroundings.defaults();
        this.thread = Schedulers.single(surroundings.threads());
        this.connections = new HttpSubgraphTransport(subgraph -> settings().connection(subgraph));
        this.resilience = new ResilientSubgraphTransport(
                connections, subgraph -> settings().resilience(subgraph), name);
        this.resilience.bindTo(surroundings.meters());
        this.observed = new ObservedSubgraphTransport(resilience, surroundings.meters(), name);
        this.noted = new NoteSelections(surroundings.meters(), name);
        this.timers = new OperationTimers(surroundings.meters(), name);
        this.subscriptions = new SubscriptionMeters(surroundings.meters(), name);
        this.executor = new Executor(
                observed, resilience.around(new SubgraphSubscriptions(subgraph -> settings().stream(subgraph))));
        this.trust = new SubgraphTrust(
                surroundings.trust().trustedHeaders(),
                surroundings.trust().maxAge(),
                subgraph -> settings().isTold(subgraph),
                surroundings.clock());
        this.watch = watch(origin);
    }

    private GraphWatch watch(GraphOrigin origin) {
        return switch (origin) {
            case GraphOrigin.Settings(GraphSettings given, Path folder) -> watch(given, folder);
            case GraphOrigin.ConfigurationFile file ->
                new ConfigurationWatch<>(
                        file.file(),
                        () -> surroundings.reading().fromFile(file.file()),
                        read -> watch(read, file.folder()),
                        thread);
        };
    }

    private GraphWatch watch(GraphSettings settings, Path folder) {
        GatewayProperties given = settings.gateway();
        return switch (settings.source(folder)) {
            case GraphSource.SupergraphFile file ->
                new SupergraphFileWatch(
                        file,
                        surroundings.ahead(),
                        supergraph -> serve(given, supergraph),
                        thread,
                        surroundings.clock());
            // Schemas are asked for past the circuit breakers: it does no harm, and finds out when a subgraph is back.
            case GraphSource.Subgraphs(var sources, var stitching) -> {
                RehearsedComposer composer = new RehearsedComposer(
                        known -> known.size() == sources.size() ? stitching : stitching.with(Services.SOME_AWAY),
                        given.reload().rehearsal());
                yield new SupergraphWatch(
                        sources,
                        given.reload(),
                        connections,
                        this::schemaHeaders,
                        source -> changes(given, source),
                        served,
                        composer,
                        supergraph -> serve(given, supergraph),
                        thread,
                        surroundings.clock());
            }
        };
    }

    String name() {
        return name;
    }

    GraphOrigin origin() {
        return origin;
    }

    /** Where the graph comes from files, it is served, or refused, when this returns. */
    void start() {
        watch.start();
    }

    /** From now on it is measured how the graph stands; no other graph may have its name. */
    synchronized void measure() {
        if (gauges == null) {
            gauges = new GraphMeters(surroundings.meters(), name, watch::status);
        }
    }

    /** Empty until there is a graph to serve. */
    Optional<Gateway> gateway() {
        return Optional.ofNullable(gateway.get());
    }

    /** What the graph waits for before it lets go of its connections. */
    <T> Mono<T> during(Mono<T> request) {
        return inFlight.during(request);
    }

    /** The same for a subscription. */
    <T> Flux<T> during(Flux<T> stream) {
        return inFlight.during(stream);
    }

    /** Why subscriptions end; empty as long as the graph is served. */
    Mono<ResponseError> closing() {
        return closing.asMono();
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

    SubscriptionMeters subscriptions() {
        return subscriptions;
    }

    ResilientSubgraphTransport resilience() {
        return resilience;
    }

    /** Ends watching at once, and the rest when the requests under way are answered. */
    @Override
    public synchronized void close() {
        watch.close();
        if (gauges != null) {
            gauges.close();
        }
        closing.tryEmitValue(ResponseError.of(
                ErrorCode.NO_LONGER_SERVED,
                "This graph is no longer served here as it was, so the subscription has ended: subscribe again.",
                AnswerPath.ROOT));
        inFlight.close();
    }

    private void release() {
        resilience.close();
        observed.close();
        noted.close();
        timers.close();
        subscriptions.close();
        connections.close();
        thread.dispose();
    }

    /** Everything about the new graph is made ready before the first request can begin with it. */
    private void serve(GatewayProperties next, Supergraph supergraph) {
        Graph graph = new Graph(
                supergraph,
                next.limits().operationLimits(),
                next.introspectable(),
                new Planner(supergraph),
                next.overrideLabels(),
                next.preparedDocuments(),
                inProcess(next, supergraph),
                next.policiesByName());
        if (!next.equals(settings)) {
            settings = next;
            resilience.settingsChanged();
            connections.settingsChanged();
        }
        Gateway serving = gateway.get();
        if (serving == null) {
            gateway.set(new Gateway(
                    graph, executor, () -> settings().subscriptions().buffer(), resilience::away));
        } else {
            serving.swap(graph);
        }
    }

    /** Services of somebody else are not asked for what only ours have. */
    private Flux<String> changes(GatewayProperties given, SchemaSource source) {
        return given.isTold(source.name())
                ? changes.of(source.url(), () -> schemaHeaders(source.name()))
                : Flux.never();
    }

    private Map<SubgraphName, InProcessSubgraph> inProcess(GatewayProperties next, Supergraph supergraph) {
        return supergraph
                .selections()
                .map(selections -> Map.<SubgraphName, InProcessSubgraph>of(
                        selections.subgraph(),
                        new SelectionSubgraph(
                                selections, observed, next.selection().settings(), noted)))
                .orElse(Map.of());
    }

    private Map<String, String> schemaHeaders(SubgraphName subgraph) {
        Map<String, String> headers = new HashMap<>(trust.headers(Principal.anonymous(), subgraph));
        headers.put(HeaderNames.REQUEST_ID, "schema-watch");
        return headers;
    }
}
