package io.weft.gateway.application;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Each graph of a manifest by itself: {@code /actuator/health/graphs/NAME}. One that is not served leaves the others UP. */
final class GraphsHealth implements CompositeHealthContributor {

    /** No part of the order in which statuses are summed up, so it says nothing of the whole process. */
    private static final Status NOT_SERVED = new Status("NOT_SERVED");

    private final ServedGraphs graphs;

    GraphsHealth(ServedGraphs graphs) {
        this.graphs = graphs;
    }

    @Override
    public @Nullable HealthContributor getContributor(String name) {
        return graphs.named(name).map(GraphsHealth::indicator).orElse(null);
    }

    @Override
    public Stream<Entry> stream() {
        return graphs.all().stream().map(graph -> new Entry(graph.name(), indicator(graph)));
    }

    private static HealthIndicator indicator(ServedGraph graph) {
        return () -> {
            Health health = new GraphHealth(graph::status).health();
            return graph.gateway().isPresent()
                    ? health
                    : Health.status(NOT_SERVED).withDetails(health.getDetails()).build();
        };
    }
}
