package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weft.gateway.selection.SelectionReport;
import io.weft.gateway.selection.Strategy;
import io.weft.gateway.supergraph.SubgraphName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.util.context.Context;

class NoteSelectionsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final NoteSelections notes = new NoteSelections(meters, "archive");

    private static SelectionReport report(Optional<Strategy> strategy, boolean... kept) {
        List<SelectionReport.Call> calls = new ArrayList<>();
        for (boolean each : kept) {
            calls.add(new SelectionReport.Call(
                    new SubgraphName("features"),
                    "keys",
                    Optional.empty(),
                    3,
                    each,
                    Duration.ZERO,
                    Duration.ofMillis(1)));
        }
        return new SelectionReport("records", strategy, Optional.empty(), calls, Duration.ofMillis(4));
    }

    private double calls(String kept) {
        return meters.get("weft.selection.calls")
                .tag("graph", "archive")
                .tag("kept", kept)
                .counter()
                .count();
    }

    @Test
    void selections_are_timed_by_strategy_and_their_calls_counted() {
        notes.selected(Context.empty(), report(Optional.of(Strategy.STREAM), true, false, true));
        notes.selected(Context.empty(), report(Optional.of(Strategy.STREAM), false));
        notes.selected(Context.empty(), report(Optional.empty()));
        assertThat(meters.get("weft.selection")
                        .tag("strategy", "STREAM")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(8);
        assertThat(meters.get("weft.selection").tag("strategy", "NONE").timer().count())
                .isEqualTo(1);
        assertThat(calls("true")).isEqualTo(2);
        assertThat(calls("false")).isEqualTo(2);
    }

    @Test
    void of_a_graph_that_is_gone_nothing_is_told() {
        notes.selected(Context.empty(), report(Optional.of(Strategy.FULL), true));
        notes.close();
        assertThat(meters.getMeters()).isEmpty();
    }
}
