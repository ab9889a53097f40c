package io.weft.gateway.execution;

import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fetch does that nobody is sent: it puts the gateway's own fields into the data tree, each made of what the tree
 * holds already.
 */
record LocalFetch(List<Filling> fillings) {

    LocalFetch {
        fillings = List.copyOf(fillings);
    }

    /**
     * A field of some objects.
     *
     * @param call    the call it is asked in
     * @param targets the objects; empty: the data tree's root
     * @param types   of those objects
     * @param field   for messages
     * @param slot    where it goes
     */
    record Filling(CompiledCall call, List<TargetPath> targets, Names types, String field, int slot, LocalNode value) {
        Filling {
            targets = List.copyOf(targets);
        }
    }

    /** A value that cannot be made of the object. */
    record Unfit(Filling filling, ObjectNode object, String why) {}

    /** Answers what could not be made. */
    List<Unfit> fill(ObjectNode root, Variables variables) {
        List<Unfit> unfit = new ArrayList<>();
        for (Filling filling : fillings) {
            if (filling.call().call().when().holds(variables::isTrue)) {
                if (filling.targets().isEmpty()) {
                    fill(filling, root, unfit);
                }
                filling.targets().forEach(target -> target.forEach(root, object -> fill(filling, object, unfit)));
            }
        }
        return unfit;
    }

    private static void fill(Filling filling, ObjectNode object, List<Unfit> unfit) {
        if (filling.types().allow(object)) {
            DataNode made = filling.value().of(object, why -> unfit.add(new Unfit(filling, object, why)));
            object.merge(filling.slot(), made);
        }
    }
}
