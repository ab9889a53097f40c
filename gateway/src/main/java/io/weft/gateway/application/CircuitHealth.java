package io.weft.gateway.application;

import io.weft.gateway.resilience.ResilientSubgraphTransport;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Always UP: a subgraph that fails is no reason to restart the gateway. The details say how the circuits stand. */
final class CircuitHealth implements HealthIndicator {

    private final ResilientSubgraphTransport transport;

    CircuitHealth(ResilientSubgraphTransport transport) {
        this.transport = transport;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        transport.circuits().forEach((subgraph, state) -> health.withDetail(subgraph.value(), state.name()));
        return health.build();
    }
}
