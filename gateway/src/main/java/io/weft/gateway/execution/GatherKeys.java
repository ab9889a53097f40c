package io.weft.gateway.execution;

import io.weft.gateway.execution.FetchForms.Asked;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the objects of a call by what can be asked of them.
 *
 * <p>An object that has all that the call needs is asked the whole. One that lacks something, because a fetch before has
 * failed, is asked those parts for which it has everything. Objects below different values are asked apart.
 */
final class GatherKeys {

    private static final @Nullable ObjectNode[] NOBODY = {};

    private final CompiledCall.Keyed call;
    private final Map<Sort, KeyBatch> batches = new LinkedHashMap<>();
    private final List<Unfit> unfit = new ArrayList<>();

    private record Sort(int part, List<String> contexts) {}

    /** An object that cannot be looked up though it has a key, and why. */
    record Unfit(CompiledCall.Keyed call, ObjectNode object, String why) {}

    private GatherKeys(CompiledCall.Keyed call) {
        this.call = call;
    }

    /** Walks the tree. */
    static GatherKeys of(CompiledCall.Keyed call, ObjectNode root) {
        GatherKeys gather = new GatherKeys(call);
        for (int i = 0; i < call.targets().size(); i++) {
            int target = i;
            if (call.contexts().isEmpty()) {
                call.targets().get(i).forEach(root, object -> gather.add(object, target, NOBODY));
            } else {
                call.targets().get(i).forEachBelow(root, (object, above) -> gather.add(object, target, above));
            }
        }
        gather.batches.values().removeIf(batch -> batch.size() == 0);
        return gather;
    }

    /** Takes what is asked, and of which objects, in the order of the objects. */
    void forEach(int index, BiConsumer<Asked, KeyBatch> taker) {
        batches.forEach((sort, batch) -> taker.accept(new Asked(index, sort.part()), batch));
    }

    List<Unfit> unfit() {
        return unfit;
    }

    private void add(ObjectNode object, int target, @Nullable ObjectNode[] above) {
        switch (written(Asked.WHOLE, call, object, target, above)) {
            case Written.Misfit(String why) -> unfit.add(new Unfit(call, object, why));
            case Written.Plainly.WHOLE -> {}
            case Written.Plainly.LEFT_OUT, Written.Plainly.NO_KEY -> {
                for (int part = 0; part < call.parts().size(); part++) {
                    written(part, call.parts().get(part), object, target, above);
                }
            }
        }
    }

    private Written written(
            int part, CompiledCall.Keyed asked, ObjectNode object, int target, @Nullable ObjectNode[] above) {
        Written outcome = Written.Plainly.NO_KEY;
        for (KeyWriter writer : asked.keys()) {
            if (writer.appliesTo(object)) {
                Optional<List<String>> contexts = contexts(asked, target, above);
                if (contexts.isEmpty()) {
                    return Written.Plainly.NO_KEY;
                }
                Written written = batches.computeIfAbsent(
                                new Sort(part, contexts.get()), sort -> new KeyBatch(sort.contexts()))
                        .add(object, writer);
                if (written == Written.Plainly.WHOLE) {
                    return written;
                }
                outcome = written instanceof Written.Misfit ? written : outcome;
            }
        }
        return outcome;
    }

    /** Empty where one of them is not known, or is null and must not be. */
    private static Optional<List<String>> contexts(CompiledCall.Keyed asked, int target, @Nullable ObjectNode[] above) {
        List<String> values = new ArrayList<>();
        for (ContextWriter context : asked.contexts()) {
            Optional<String> value = context.value(target, above);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }
}
