package io.weft.gateway.execution;

import io.weft.gateway.execution.Written.Plainly;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.DistinctValues;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The objects one call looks up: each with the index of its key, which others may share. */
final class KeyBatch {

    private final List<String> contexts;
    private final DistinctValues keys = new DistinctValues();
    private final List<ObjectNode> objects = new ArrayList<>();
    private int[] indexes = new int[16];

    /** @param contexts the values from above that all the objects have in common, as JSON */
    KeyBatch(List<String> contexts) {
        this.contexts = List.copyOf(contexts);
    }

    /** Adds an object, where its key can be written. */
    Written add(ObjectNode object, KeyWriter writer) {
        Written written = writer.write(object, keys.open());
        if (written == Plainly.WHOLE) {
            add(object, keys.close());
        } else {
            keys.discard();
        }
        return written;
    }

    private void add(ObjectNode object, int index) {
        if (objects.size() == indexes.length) {
            indexes = Arrays.copyOf(indexes, indexes.length * 2);
        }
        indexes[objects.size()] = index;
        objects.add(object);
    }

    /** How many different objects are asked for. */
    int size() {
        return keys.size();
    }

    /** In the order of the call's contexts. */
    List<String> contexts() {
        return contexts;
    }

    /** Some of the keys as a JSON array. */
    void writeArray(Range keysOf, JsonOutput out) {
        keys.writeArray(keysOf.from(), keysOf.to(), out);
    }

    /** One of the parts a key was written in; nothing where it has been left out. */
    void writePart(int index, int part, JsonOutput out) {
        keys.writePart(index, part, out);
    }

    /** Which objects of the tree the keys are of; more than one to a key where they are the same entity. */
    List<ObjectNode> occurrences(Range range) {
        List<ObjectNode> found = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            if (range.has(indexes[i])) {
                found.add(objects.get(i));
            }
        }
        return found;
    }

    /** One of the objects for each key of the range. */
    List<ObjectNode> firsts(Range range) {
        List<ObjectNode> firsts = new ArrayList<>(range.size());
        for (int i = 0; i < objects.size(); i++) {
            if (indexes[i] == range.from() + firsts.size() && range.has(indexes[i])) {
                firsts.add(objects.get(i));
            }
        }
        return firsts;
    }

    /** For each key of the range, what an object must repeat of it to be its own; null where nothing can. */
    List<@Nullable List<String>> identities(List<ArgumentsWriter> writers, Range range) {
        List<@Nullable List<String>> read = new ArrayList<>(Collections.nCopies(range.size(), null));
        for (int i = 0; i < objects.size(); i++) {
            int number = indexes[i] - range.from();
            if (range.has(indexes[i]) && read.get(number) == null) {
                read.set(number, ArgumentsWriter.identity(writers, objects.get(i)));
            }
        }
        return read;
    }

    /**
     * Merges what has been found into the objects. Every object but the first that gets an element has a copy of its own:
     * what is merged into one of them later is not the others'.
     *
     * @param range     the keys that were asked for
     * @param elementOf by a key's number in the range: the element that is its object; -1 for none
     * @param isLike    whether an object may be the element; nothing is merged where it may not
     * @param missing   takes the objects for which nothing was found
     * @return the objects for which something else was found
     */
    List<ObjectNode> merge(
            ListNode found,
            Range range,
            IntUnaryOperator elementOf,
            BiPredicate<ObjectNode, ObjectNode> isLike,
            Consumer<ObjectNode> missing) {
        List<ObjectNode> mistaken = new ArrayList<>();
        boolean[] given = new boolean[found.size()];
        for (int i = 0; i < objects.size(); i++) {
            if (!range.has(indexes[i])) {
                continue;
            }
            int element = elementOf.applyAsInt(indexes[i] - range.from());
            if (element >= 0 && found.get(element) instanceof ObjectNode object) {
                if (isLike.test(objects.get(i), object)) {
                    ObjectNode own = given[element] ? (ObjectNode) object.copy() : object;
                    given[element] = true;
                    objects.get(i).mergeFrom(own);
                } else {
                    mistaken.add(objects.get(i));
                }
            } else {
                missing.accept(objects.get(i));
            }
        }
        return mistaken;
    }

    /** Whether a node may stand where an object is expected. */
    static boolean isObject(DataNode node) {
        return node instanceof ObjectNode || node == DataNode.Null.NULL;
    }
}
