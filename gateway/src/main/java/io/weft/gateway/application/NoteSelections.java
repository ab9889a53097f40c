package io.weft.gateway.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.weft.gateway.observability.RequestTrace;
import io.weft.gateway.selection.ObserveSelections;
import io.weft.gateway.selection.SelectionReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.util.context.ContextView;

/**
 * Times every selection ({@code weft.selection}) by its strategy, counts its calls ({@code weft.selection.calls}) by whether what was answered before still held, and notes
 * how it was answered in the trace of its request.
 */
final class NoteSelections implements ObserveSelections, AutoCloseable {

    static final String RECALL = "recall";
    private static final String FIELD = "field";

    private final MeterRegistry meters;
    private final String graph;
    private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();
    private final Counter sent;
    private final Counter kept;

    /** @param graph the name of the graph; tags what is measured */
    NoteSelections(MeterRegistry meters, String graph) {
        this.meters = meters;
        this.graph = graph;
        this.sent = calls(false);
        this.kept = calls(true);
    }

    private Counter calls(boolean isKept) {
        return Counter.builder("weft.selection.calls")
                .description("Calls of selections, made or spared as what was answered before still held")
                .tag("graph", graph)
                .tag("kept", Boolean.toString(isKept))
                .register(meters);
    }

    @Override
    public void selected(ContextView context, SelectionReport report) {
        String strategy = report.strategy().map(Enum::name).orElse("NONE");
        timers.computeIfAbsent(
                        strategy,
                        name -> Timer.builder("weft.selection")
                                .description("Selections over several subgraphs")
                                .tag("graph", graph)
                                .tag("strategy", name)
                                .publishPercentileHistogram()
                                .register(meters))
                .record(report.took());
        report.calls().forEach(call -> (call.kept() ? kept : sent).increment());
        RequestTrace.of(context).ifPresent(trace -> trace.selected(told(report, strategy)));
    }

    private static Map<String, Object> told(SelectionReport report, String strategy) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(FIELD, report.field());
        told.put("strategy", strategy);
        report.recall().ifPresent(recall -> told.put(RECALL, recall));
        told.put("durationMicros", report.took().toNanos() / 1000);
        List<Map<String, Object>> calls = new ArrayList<>();
        for (SelectionReport.Call call : report.calls()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("subgraph", call.subgraph().value());
            each.put("asked", call.asked());
            call.within().ifPresent(within -> each.put("keysIn", within));
            each.put("keysOut", call.told());
            if (call.kept()) {
                each.put("kept", true);
            }
            each.put("begunAfterMicros", call.begun().toNanos() / 1000);
            each.put("durationMicros", call.took().toNanos() / 1000);
            calls.add(each);
        }
        told.put("calls", calls);
        return told;
    }

    /** What a client is told of an answer by nearness, without asking. */
    static Map<String, Object> ofNearest(Map<String, Object> selection) {
        Object recall = Objects.requireNonNull(selection.get(RECALL));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(FIELD, Objects.requireNonNull(selection.get(FIELD)));
        told.put("method", recall.equals(1.0) ? "EXACT" : "INDEX");
        told.put(RECALL, recall);
        return told;
    }

    /** Forgets what was measured: the graph is no longer served. */
    @Override
    public void close() {
        timers.values().forEach(meters::remove);
        meters.remove(sent);
        meters.remove(kept);
    }
}
