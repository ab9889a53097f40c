package io.weft.gateway.execution;

import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.DistinctValues;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The objects one call looks up: each with the index of its representation, which others may share. */
final class EntityBatch {

    private final DistinctValues representations = new DistinctValues();
    private final List<ObjectNode> objects = new ArrayList<>();
    private int[] indexes = new int[16];

    /** Walks the tree and writes the representations. */
    static EntityBatch gather(CompiledCall.Entities call, ObjectNode root) {
        EntityBatch batch = new EntityBatch();
        for (TargetPath target : call.targets()) {
            target.forEach(root, object -> batch.add(object, call.representations()));
        }
        return batch;
    }

    private void add(ObjectNode object, List<RepresentationWriter> writers) {
        for (RepresentationWriter writer : writers) {
            if (writer.appliesTo(object)) {
                if (writer.write(object, representations.open())) {
                    add(object, representations.close());
                    return;
                }
                representations.discard();
            }
        }
    }

    private void add(ObjectNode object, int index) {
        if (objects.size() == indexes.length) {
            indexes = java.util.Arrays.copyOf(indexes, indexes.length * 2);
        }
        indexes[objects.size()] = index;
        objects.add(object);
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    /** How many different objects are asked for. */
    int size() {
        return representations.size();
    }

    /** The representations as a JSON array; to be called once. */
    JsonOutput json() {
        return representations.array();
    }

    /** Which object of the tree an index of the answer is about; more than one where they are the same entity. */
    List<ObjectNode> occurrences(int index) {
        List<ObjectNode> found = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            if (indexes[i] == index) {
                found.add(objects.get(i));
            }
        }
        return found;
    }

    /** Every object but the first of an entity gets a copy: what is merged into one of them later is its own. */
    void merge(ListNode entities) {
        boolean[] given = new boolean[size()];
        for (int i = 0; i < objects.size(); i++) {
            int index = indexes[i];
            if (entities.get(index) instanceof ObjectNode entity) {
                ObjectNode own = given[index] ? (ObjectNode) entity.copy() : entity;
                given[index] = true;
                objects.get(i).mergeFrom(own);
            }
        }
    }

    /** Whether a node may stand in the answer's list. */
    static boolean isEntity(DataNode node) {
        return node instanceof ObjectNode || node == DataNode.Null.NULL;
    }
}
