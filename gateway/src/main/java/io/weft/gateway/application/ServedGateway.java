package io.weft.gateway.application;

import io.weft.gateway.Gateway;
import io.weft.gateway.Graph;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.supergraph.Supergraph;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The gateway, as soon as there is a graph for it to serve. */
final class ServedGateway {

    private final Executor executor;
    private final Function<Supergraph, Graph> graphs;
    private final AtomicReference<@Nullable Gateway> gateway = new AtomicReference<>();

    ServedGateway(Executor executor, GatewayProperties properties) {
        this.executor = executor;
        this.graphs = supergraph -> new Graph(
                supergraph,
                properties.limits().operationLimits(),
                new Planner(supergraph)::plan,
                properties.preparedDocuments());
    }

    Optional<Gateway> get() {
        return Optional.ofNullable(gateway.get());
    }

    /** Everything about the new graph is made ready before the first request can begin with it. */
    void serve(Supergraph supergraph) {
        Graph graph = graphs.apply(supergraph);
        Gateway serving = gateway.get();
        if (serving == null) {
            gateway.set(new Gateway(graph, executor));
        } else {
            serving.swap(graph);
        }
    }
}
