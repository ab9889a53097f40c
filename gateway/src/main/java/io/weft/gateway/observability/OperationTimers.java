package io.weft.gateway.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Times operations ({@code weft.operation}). Clients choose the names of operations, so only the first few hundred
 * different ones are told apart.
 */
public final class OperationTimers implements AutoCloseable {

    private static final int TOLD_APART = 300;
    private static final String OTHER = "(other)";

    private final MeterRegistry meters;
    private final String graph;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<Measured, Timer> timers = new ConcurrentHashMap<>();

    private record Measured(String operation, String outcome) {}

    /** @param graph the name of the graph that is asked; tags what is measured */
    public OperationTimers(MeterRegistry meters, String graph) {
        this.meters = meters;
        this.graph = graph;
    }

    /** Forgets what was measured: the graph is no longer served. */
    @Override
    public void close() {
        timers.values().forEach(meters::remove);
    }

    /** @param operation a valid operation's name, or a label in parentheses */
    public void record(RequestTrace trace, String operation, String outcome) {
        String name =
                names.contains(operation) || (names.size() < TOLD_APART && names.add(operation)) ? operation : OTHER;
        timers.computeIfAbsent(
                        new Measured(name, outcome),
                        measured -> Timer.builder("weft.operation")
                                .description("Operations of clients, from the request's first byte to the answer's")
                                .tag("graph", graph)
                                .tag("operation", measured.operation())
                                .tag("outcome", measured.outcome())
                                .register(meters))
                .record(trace.age());
    }
}
