package io.weft.gateway.selection;

import io.weft.gateway.supergraph.SubgraphName;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one selection was answered, or those of one field within several objects.
 *
 * @param field    of the answer
 * @param strategy how the page was found, or the total where no page was asked for; empty where that failed
 * @param recall   about what part of the nearest are on the page, where it is ordered by nearness and somebody said so
 * @param calls    in the order of their answers
 * @param took     from the question to the answer
 */
public record SelectionReport(
        String field, Optional<Strategy> strategy, Optional<Double> recall, List<Call> calls, Duration took) {
    public SelectionReport {
        calls = List.copyOf(calls);
    }

    /** @param runs of one field: several where it stands in several objects. The costliest way and the least recall are told */
    static SelectionReport of(String field, Collection<SelectionRun> runs) {
        AskSelectors asking = runs.iterator().next().asking();
        return new SelectionReport(
                field,
                runs.stream().flatMap(run -> run.strategy().stream()).max(Comparator.naturalOrder()),
                runs.stream().flatMap(run -> run.recall().stream()).min(Comparator.naturalOrder()),
                asking.made(),
                asking.age());
    }

    /**
     * One call to a subgraph.
     *
     * @param asked  what for, such as {@code keys}
     * @param within how many keys went along; empty where the call was not held to a set
     * @param told   how many keys or entries came back; 0 where the call failed, or was given up
     * @param kept   whether nothing was sent, or nothing sent back, as what was answered before still holds
     * @param begun  since the selection began
     */
    public record Call(
            SubgraphName subgraph,
            String asked,
            Optional<Integer> within,
            int told,
            boolean kept,
            Duration begun,
            Duration took) {}
}
