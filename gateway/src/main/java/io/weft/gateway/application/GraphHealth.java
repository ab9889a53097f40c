package io.weft.gateway.application;

import io.weft.gateway.reload.GraphStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** UP while a graph is served, be it an old one: a change that was refused and subgraphs that are away are details. */
final class GraphHealth implements HealthIndicator {

    private final Supplier<GraphStatus> status;

    GraphHealth(Supplier<GraphStatus> status) {
        this.status = status;
    }

    @Override
    public Health health() {
        GraphStatus now = status.get();
        Health.Builder health = now.served().isPresent() ? Health.up() : Health.outOfService();
        now.served()
                .ifPresent(served -> health.withDetail(
                                "servedSince", served.since().toString())
                        .withDetail(
                                "served",
                                served.subgraphs().stream()
                                        .map(Object::toString)
                                        .toList()));
        Map<String, Object> subgraphs = new LinkedHashMap<>();
        now.sources().forEach((name, source) -> {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("schema", source.schemaHash().orElse("never told"));
            source.away().ifPresent(why -> told.put("away", why));
            source.heldBack().ifPresent(what -> told.put("heldBack", what));
            subgraphs.put(name.value(), told);
        });
        health.withDetail("subgraphs", subgraphs);
        if (!now.refusals().isEmpty()) {
            health.withDetail("refused", now.refusals());
        }
        return health.build();
    }
}
