package io.weft.gateway.execution;

import io.weft.gateway.planning.plan.Call;
import java.util.List;

/** A call with slots for keys. */
sealed interface CompiledCall {

    Call call();

    /**
     * @param targets  the objects the answer goes to; empty: the data tree's root
     * @param answered slots of the answer's root
     * @param merged   the slots of the objects they go to
     */
    record Root(Call.Root call, List<TargetPath> targets, int[] answered, int[] merged) implements CompiledCall {}

    /** @param answered the slot of the answer's root where the list of entities is */
    record Entities(
            Call.Entities call, int answered, List<TargetPath> targets, List<RepresentationWriter> representations)
            implements CompiledCall {}
}
