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

    /** A call about objects of the data tree. */
    sealed interface Keyed extends CompiledCall {

        @Override
        Call.Keyed call();

        /** The slot of the answer's root where the found objects are. */
        int answered();

        List<TargetPath> targets();

        List<? extends KeyWriter> keys();

        /** The values from above that are sent along. */
        List<ContextWriter> contexts();

        /** The call's parts, each as a call that asks no more than it. */
        List<Keyed> parts();
    }

    record Entities(
            Call.Entities call,
            int answered,
            List<TargetPath> targets,
            List<RepresentationWriter> keys,
            List<ContextWriter> contexts,
            List<Keyed> parts)
            implements Keyed {}

    /**
     * @param below     the slots from there to the found objects, where the field that finds stands deeper
     * @param variables what is sent beside the text, by the parts of a key
     * @param repeated  what found objects repeat of their keys
     */
    record ByField(
            Call.ByField call,
            int answered,
            int[] below,
            List<TargetPath> targets,
            List<ArgumentsWriter> keys,
            List<KeyVariable> variables,
            KeyReader repeated,
            List<Keyed> parts)
            implements Keyed {
        @Override
        public List<ContextWriter> contexts() {
            return List.of();
        }
    }
}
