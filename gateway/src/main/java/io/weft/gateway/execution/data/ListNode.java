package io.weft.gateway.execution.data;

import java.util.Arrays;
import java.util.List;

/** A list of objects, of lists, or of nothing; lists of scalars are {@link Leaf leaves}. */
public final class ListNode implements DataNode {

    private static final DataNode[] EMPTY = {};

    private DataNode[] elements;

    ListNode(DataNode[] elements) {
        this.elements = elements;
    }

    public static ListNode of(List<DataNode> elements) {
        return new ListNode(elements.toArray(EMPTY));
    }

    public int size() {
        return elements.length;
    }

    public DataNode get(int index) {
        return elements[index];
    }

    ListNode copyList() {
        DataNode[] copies = new DataNode[elements.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = elements[i].copy();
        }
        return new ListNode(copies);
    }

    void mergeFrom(ListNode other) {
        int common = Math.min(size(), other.size());
        for (int i = 0; i < common; i++) {
            elements[i] = DataNode.merge(elements[i], other.elements[i]);
        }
        if (other.size() > common) {
            elements = Arrays.copyOf(elements, other.size());
            System.arraycopy(other.elements, common, elements, common, other.size() - common);
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(elements);
    }
}
