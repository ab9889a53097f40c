package io.weft.postgres.serving;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** UP while a subgraph is served, be it an old one: why the newest tables are not shown is a detail. */
final class SubgraphHealth implements HealthIndicator {

    private final LiveSubgraph live;

    SubgraphHealth(LiveSubgraph live) {
        this.live = live;
    }

    @Override
    public Health health() {
        Health.Builder health =
                Health.up().withDetail("servedSince", live.since().toString());
        if (!live.notes().isEmpty()) {
            health.withDetail("notPublished", live.notes());
        }
        live.outdated()
                .ifPresent(outdated -> health.withDetail(
                                "outdatedSince", outdated.since().toString())
                        .withDetail("outdatedBecause", outdated.why()));
        return health.build();
    }
}
