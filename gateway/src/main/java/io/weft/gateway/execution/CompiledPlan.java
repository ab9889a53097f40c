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

    CompiledPlan(
            Plan plan, Layout layout, List<CompiledFetch> fetches, Map<SubgraphName, InProcessSubgraph> inProcess) {
        this.plan = plan;
        this.layout = layout;
        this.fetches = List.copyOf(fetches);
        this.inProcess = Map.copyOf(inProcess);
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

    /** Where this process itself is the subgraph. */
    Optional<InProcessSubgraph> inProcess(SubgraphName subgraph) {
        return Optional.ofNullable(inProcess.get(subgraph));
    }
}
