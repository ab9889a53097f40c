package io.weft.gateway.application;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** UP while a manifest is followed, be it an old one: a graph that is not served is its own matter. */
final class ManifestHealth implements HealthIndicator {

    private final Manifest manifest;
    private final ServedGraphs graphs;

    ManifestHealth(Manifest manifest, ServedGraphs graphs) {
        this.manifest = manifest;
        this.graphs = graphs;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up()
                .withDetail(
                        "served",
                        graphs.all().stream()
                                .filter(graph -> graph.gateway().isPresent())
                                .map(ServedGraph::name)
                                .toList());
        if (!manifest.problems().isEmpty()) {
            health.withDetail("refused", manifest.problems());
        }
        return health.build();
    }
}
