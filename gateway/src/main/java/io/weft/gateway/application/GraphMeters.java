package io.weft.gateway.application;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weft.gateway.reload.GraphStatus;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What is measured of how a graph stands, for as long as it is served. */
final class GraphMeters implements AutoCloseable {

    private final MeterRegistry registry;
    private final List<Meter> meters;

    /** @param graph tags the meters */
    GraphMeters(MeterRegistry registry, String graph, Supplier<GraphStatus> status) {
        this.registry = registry;
        this.meters = List.of(
                gauge(
                        graph,
                        "weft.graph.refused",
                        "1 while the newest schemas do not all compose and what they were before, or nothing of them, is served",
                        status,
                        now -> now.refusals().isEmpty() ? 0 : 1),
                gauge(
                        graph,
                        "weft.graph.swaps",
                        "Graphs that have been served since the start",
                        status,
                        GraphStatus::swaps),
                gauge(
                        graph,
                        "weft.graph.subgraphs",
                        "Subgraphs whose schemas are in the graph that is served",
                        status,
                        now -> now.served()
                                .map(served -> served.subgraphs().size())
                                .orElse(0)));
    }

    private Meter gauge(
            String graph,
            String name,
            String description,
            Supplier<GraphStatus> status,
            ToDoubleFunction<GraphStatus> value) {
        return Gauge.builder(name, status, of -> value.applyAsDouble(of.get()))
                .description(description)
                .tag("graph", graph)
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
