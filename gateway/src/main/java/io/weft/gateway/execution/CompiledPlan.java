package io.weft.gateway.execution;

import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan made ready to be run many times: keys became slots, texts became bytes. Immutable; kept beside the plan.
 */
public final class CompiledPlan {

    private final Plan plan;
    private final Layout layout;
    private final List<CompiledFetch> fetches;
    private final Map<SubgraphName, InProcessSubgraph> inProcess;
    private final Map<Integer, List<CompiledPrefetch>> prefetches;

    CompiledPlan(
            Plan plan,
            Layout layout,
            List<CompiledFetch> fetches,
            Map<SubgraphName, InProcessSubgraph> inProcess,
            Map<Integer, List<CompiledPrefetch>> prefetches) {
        this.plan = plan;
        this.layout = layout;
        this.fetches = List.copyOf(fetches);
        this.inProcess = Map.copyOf(inProcess);
        this.prefetches = Map.copyOf(prefetches);
    }

    public Plan plan() {
        return plan;
    }

    /** Of the data tree's root object. */
    public Layout layout() {
        return layout;
    }

    List<CompiledFetch> fetches() {
        return fetches;
    }

    /** What of the plan can be asked before a fetch of this process is answered. */
    List<CompiledPrefetch> prefetches(CompiledFetch fetch) {
        return prefetches.getOrDefault(fetch.index(), List.of());
    }

    /** Where this process itself is the subgraph. */
    Optional<InProcessSubgraph> inProcess(SubgraphName subgraph) {
        return Optional.ofNullable(inProcess.get(subgraph));
    }
}
