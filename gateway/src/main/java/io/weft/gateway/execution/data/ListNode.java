package io.weft.gateway.execution.data;

import java.util.Arrays;
import java.util.List;

/** A list of objects, of lists, or of nothing; lists of scalars are {@link Leaf leaves}. */
public final class ListNode implements DataNode {

    private static final DataNode[] EMPTY = {};

    private DataNode[] elements;
    private int size;

    ListNode(DataNode[] elements) {
        this.elements = elements;
        this.size = elements.length;
    }

    public static ListNode of(List<DataNode> elements) {
        return new ListNode(elements.toArray(EMPTY));
    }

    public int size() {
        return size;
    }

    public DataNode get(int index) {
        return elements[index];
    }

    public void set(int index, DataNode element) {
        elements[index] = element;
    }

    /** Sets an element; the list grows by nulls where it was shorter. */
    void put(int index, DataNode element) {
        if (index >= elements.length) {
            elements = Arrays.copyOf(elements, Math.max(index + 1, elements.length * 2));
        }
        if (index >= size) {
            Arrays.fill(elements, size, index, DataNode.Null.NULL);
            size = index + 1;
        }
        elements[index] = element;
    }

    ListNode copyList() {
        DataNode[] copies = new DataNode[size];
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
            size = other.size();
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(elements, size));
    }
}
