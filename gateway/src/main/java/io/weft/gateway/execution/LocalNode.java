package io.weft.gateway.execution;

import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.DataNode.Null;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A value that the gateway makes itself. */
sealed interface LocalNode {

    /**
     * @param object what it is made of
     * @param unfit  told why it cannot be made
     * @return {@link Null#FAILED} where it cannot be made
     */
    DataNode of(ObjectNode object, Consumer<String> unfit);

    record Constant(DataNode value) implements LocalNode {
        @Override
        public DataNode of(ObjectNode object, Consumer<String> unfit) {
            return value.copy();
        }
    }

    /**
     * A leaf of the object or of what stands below it; of what stands below a list, the list of all.
     *
     * @param way slots
     */
    record Part(int[] way, FitLeaf fit) implements LocalNode {
        @Override
        public DataNode of(ObjectNode object, Consumer<String> unfit) {
            return at(object, 0, unfit);
        }

        private DataNode at(@Nullable DataNode node, int step, Consumer<String> unfit) {
            return switch (node) {
                case null -> Null.FAILED;
                case Null none -> none;
                case ObjectNode object -> step < way.length ? at(object.get(way[step]), step + 1, unfit) : Null.FAILED;
                case ListNode list -> {
                    List<DataNode> found = new ArrayList<>();
                    for (int i = 0; i < list.size(); i++) {
                        found.add(at(list.get(i), step, unfit));
                    }
                    yield ListNode.of(found);
                }
                case Leaf leaf
                when leaf.first() == '[' ->
                    ListNode.of(leaf.elements().stream()
                            .map(element -> element instanceof Leaf each ? fitting(each, unfit) : element)
                            .toList());
                case Leaf leaf -> fitting(leaf, unfit);
            };
        }

        private DataNode fitting(Leaf leaf, Consumer<String> unfit) {
            JsonOutput out = new JsonOutput();
            return switch (fit.write(leaf, out)) {
                case Written.Misfit(String why) -> {
                    unfit.accept(why);
                    yield Null.FAILED;
                }
                case Written.Plainly written -> out.toLeaf();
            };
        }
    }

    /** The type's name of an object. */
    record Field(int slot, LocalNode value) {}

    /**
     * An object that is known by its key. Where a part of the key is null, so is the object.
     *
     * @param layout of the object
     * @param key    what must not be null; slots of what is not asked for are -1
     * @param others what is there beside the key
     */
    record Linked(Layout layout, List<Field> key, List<Field> others) implements LocalNode {
        public Linked {
            key = List.copyOf(key);
            others = List.copyOf(others);
        }

        @Override
        public DataNode of(ObjectNode object, Consumer<String> unfit) {
            List<DataNode> parts = new ArrayList<>();
            for (Field part : key) {
                parts.add(part.value().of(object, unfit));
            }
            return of(parts, object, unfit);
        }

        private DataNode of(List<DataNode> parts, ObjectNode object, Consumer<String> unfit) {
            DataNode.@Nullable Null nothing = null;
            for (DataNode part : parts) {
                if (part instanceof Null none) {
                    nothing = nothing == Null.FAILED ? nothing : none;
                }
            }
            if (nothing != null) {
                return nothing;
            }
            ObjectNode made = new ObjectNode(layout);
            for (int i = 0; i < parts.size(); i++) {
                set(made, key.get(i), parts.get(i).copy());
            }
            others.forEach(other -> set(made, other, other.value().of(object, unfit)));
            return made;
        }

        private static void set(ObjectNode made, Field field, DataNode value) {
            if (field.slot() >= 0) {
                made.set(field.slot(), value);
            }
        }
    }

    /** An object for each element of those parts of the key that are lists. */
    record Each(Linked element) implements LocalNode {
        @Override
        public DataNode of(ObjectNode object, Consumer<String> unfit) {
            List<DataNode> parts = new ArrayList<>();
            int size = -1;
            for (Field part : element.key()) {
                DataNode value = part.value().of(object, unfit);
                if (value instanceof Null) {
                    return value;
                }
                parts.add(value);
                size = value instanceof ListNode list ? Math.max(size, list.size()) : size;
            }
            List<DataNode> made = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int index = i;
                made.add(element.of(parts.stream().map(part -> at(part, index)).toList(), object, unfit));
            }
            return ListNode.of(made);
        }

        private static DataNode at(DataNode part, int index) {
            return switch (part) {
                case ListNode list -> index < list.size() ? list.get(index) : Null.FAILED;
                case ObjectNode object -> object;
                case Leaf leaf -> leaf;
                case Null none -> none;
            };
        }
    }
}
