package io.weft.gateway.application;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Always UP: a subgraph that fails is no reason to restart the gateway. The details say how the circuits stand. */
final class CircuitHealth implements HealthIndicator {

    private final ServedGraphs graphs;

    CircuitHealth(ServedGraphs graphs) {
        this.graphs = graphs;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (ServedGraph graph : graphs.all()) {
            String prefix = graph.name().equals(ServedGraphs.ONLY) ? "" : graph.name() + "/";
            graph.resilience()
                    .circuits()
                    .forEach((subgraph, state) -> health.withDetail(prefix + subgraph.value(), state.name()));
        }
        return health.build();
    }
}
