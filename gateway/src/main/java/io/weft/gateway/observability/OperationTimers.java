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
public final class OperationTimers {

    private static final int TOLD_APART = 300;
    private static final String OTHER = "(other)";

    private final MeterRegistry meters;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<Measured, Timer> timers = new ConcurrentHashMap<>();

    private record Measured(String operation, String outcome) {}

    public OperationTimers(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param operation a valid operation's name, or a label in parentheses */
    public void record(RequestTrace trace, String operation, String outcome) {
        String name =
                names.contains(operation) || (names.size() < TOLD_APART && names.add(operation)) ? operation : OTHER;
        timers.computeIfAbsent(
                        new Measured(name, outcome),
                        measured -> Timer.builder("weft.operation")
                                .description("Operations of clients, from the request's first byte to the answer's")
                                .tag("operation", measured.operation())
                                .tag("outcome", measured.outcome())
                                .register(meters))
                .record(trace.age());
    }
}
