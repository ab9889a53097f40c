package io.weft.gateway.execution;

import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.planning.plan.Plan;
import java.util.List;

/**
 * A plan made ready to be run many times: keys became slots, texts became bytes. Immutable; kept beside the plan.
 */
public final class CompiledPlan {

    private final Plan plan;
    private final Layout layout;
    private final List<CompiledFetch> fetches;

    CompiledPlan(Plan plan, Layout layout, List<CompiledFetch> fetches) {
        this.plan = plan;
        this.layout = layout;
        this.fetches = List.copyOf(fetches);
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
}
