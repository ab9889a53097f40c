package io.weft.gateway.execution.data;

import io.weft.gateway.execution.data.Shape.Placing;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts values where they belong when the answer of a service has another shape than the data tree. */
final class ReshapedObject {

    private ReshapedObject() {}

    static void make(Shape.Made made, ObjectNode object) {
        ObjectNode own = new ObjectNode(made.layout());
        int typename = made.layout().typenameSlot();
        if (typename >= 0) {
            own.set(typename, made.typename());
        }
        at(made.way(), object).set(made.slot(), own);
    }

    /** The object that some slots lead to: it has been made. */
    static ObjectNode at(int[] way, ObjectNode object) {
        ObjectNode here = object;
        for (int slot : way) {
            here = (ObjectNode) Objects.requireNonNull(here.get(slot));
        }
        return here;
    }

    /** Says of every field below that there is nothing, since the object that would have it is not there. */
    static void leaveNull(Shape shape, ObjectNode object) {
        for (int field = 0; field < shape.keys.length; field++) {
            switch (placing(shape, field)) {
                case Placing.Into(int[] way, LeafTerms names) ->
                    at(way, object).set(shape.slots[field], DataNode.Null.NULL);
                case Placing.Through() -> leaveNull(Objects.requireNonNull(shape.children[field]), object);
            }
        }
    }

    /** Makes one list of the values that the elements of a list have for a field, for each field below. */
    static void gather(Shape shape, List<ObjectNode> elements, ObjectNode into) {
        for (int field = 0; field < shape.keys.length; field++) {
            int slot = shape.slots[field];
            switch (placing(shape, field)) {
                case Placing.Into(int[] way, LeafTerms names) -> {
                    List<DataNode> values = elements.stream()
                            .map(element -> orNull(at(way, element).get(slot)))
                            .toList();
                    at(way, into).set(slot, shape.children[field] == null ? leaves(values) : ListNode.of(values));
                }
                case Placing.Through() -> gather(Objects.requireNonNull(shape.children[field]), elements, into);
            }
        }
    }

    private static Placing placing(Shape shape, int field) {
        return Objects.requireNonNull(Objects.requireNonNull(shape.placings)[field]);
    }

    private static DataNode orNull(@Nullable DataNode value) {
        return value == null ? DataNode.Null.NULL : value;
    }

    /** Lists of leaves are leaves themselves. */
    private static Leaf leaves(List<DataNode> values) {
        JsonOutput out = new JsonOutput().raw('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.raw(',');
            }
            if (values.get(i) instanceof Leaf leaf) {
                out.raw(leaf);
            } else {
                out.raw(JsonOutput.NULL);
            }
        }
        return out.raw(']').toLeaf();
    }
}
