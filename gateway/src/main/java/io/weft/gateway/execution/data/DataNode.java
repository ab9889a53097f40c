package io.weft.gateway.execution.data;

/**
 * A node of the data tree. Trees are mutable and belong to one request; whoever runs the request sees to it that one
 * thread at a time works on them.
 */
public sealed interface DataNode permits ObjectNode, ListNode, Leaf, DataNode.Null {

    /** JSON's {@code null}: the subgraph answered that there is nothing. A key nobody answered has no node at all. */
    enum Null implements DataNode {
        /** There is nothing. */
        NULL,
        /** It is not known what there is: an error stands where the value should. For the client it is null as well. */
        FAILED
    }

    /** The same values in objects and lists of their own; leaves are immutable and shared. */
    default DataNode copy() {
        return switch (this) {
            case ObjectNode object -> object.copyObject();
            case ListNode list -> list.copyList();
            case Leaf leaf -> leaf;
            case Null none -> none;
        };
    }

    /**
     * What two subgraphs answered for the same key. Objects are merged key by key and lists element by element; where
     * one has nothing, the other counts; of two leaves the first one stays, since both are the same field.
     */
    static DataNode merge(DataNode present, DataNode added) {
        return switch (present) {
            case Null none -> added;
            case Leaf leaf -> leaf;
            case ObjectNode object -> {
                if (added instanceof ObjectNode other) {
                    object.mergeFrom(other);
                }
                yield object;
            }
            case ListNode list -> {
                if (added instanceof ListNode other) {
                    list.mergeFrom(other);
                }
                yield list;
            }
        };
    }
}
