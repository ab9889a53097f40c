package io.weft.gateway.execution;

import io.weft.gateway.planning.plan.Call;
import java.util.List;

/** A call with slots for keys. */
sealed interface CompiledCall {

    Call call();

    /**
     * @param answered slots of the answer's root
     * @param merged   the slots of the data tree's root they go to
     */
    record Root(Call.Root call, int[] answered, int[] merged) implements CompiledCall {}

    /** @param answered the slot of the answer's root where the list of entities is */
    record Entities(
            Call.Entities call, int answered, List<TargetPath> targets, List<RepresentationWriter> representations)
            implements CompiledCall {}
}
