package io.weft.gateway.execution.data;

import org.jspecify.annotations.Nullable;

/** An object: one value per slot of its layout. */
public final class ObjectNode implements DataNode {

    private final Layout layout;
    private final @Nullable DataNode[] values;

    public ObjectNode(Layout layout) {
        this(layout, new DataNode[layout.size()]);
    }

    private ObjectNode(Layout layout, @Nullable DataNode[] values) {
        this.layout = layout;
        this.values = values;
    }

    public Layout layout() {
        return layout;
    }

    /** The value; null where no subgraph has answered this key (so far). */
    public @Nullable DataNode get(int slot) {
        return values[slot];
    }

    /** The object's {@code __typename}, where it is a string. */
    public @Nullable Leaf typename() {
        int slot = layout.typenameSlot();
        return slot >= 0 && values[slot] instanceof Leaf leaf && leaf.isString() ? leaf : null;
    }

    public void set(int slot, DataNode value) {
        values[slot] = value;
    }

    /** Merges a value into a slot, as {@link DataNode#merge} says. */
    public void merge(int slot, DataNode added) {
        DataNode present = values[slot];
        values[slot] =
                present == null || replacesTypename(slot, present, added) ? added : DataNode.merge(present, added);
    }

    /**
     * Merges another object of the same layout into this one. The other one's nodes may become part of this one.
     *
     * @throws IllegalArgumentException where the layouts differ: the plan was compiled wrongly
     */
    public void mergeFrom(ObjectNode other) {
        if (other.layout != layout) {
            throw new IllegalArgumentException("cannot merge " + other.layout + " into " + layout);
        }
        for (int slot = 0; slot < values.length; slot++) {
            DataNode added = other.values[slot];
            if (added != null) {
                merge(slot, added);
            }
        }
    }

    ObjectNode copyObject() {
        @Nullable DataNode[] copies = new DataNode[values.length];
        for (int slot = 0; slot < copies.length; slot++) {
            DataNode value = values[slot];
            copies[slot] = value == null ? null : value.copy();
        }
        return new ObjectNode(layout, copies);
    }

    /** A subgraph that knows an interface as an object says the interface's name; the one that knows better wins. */
    private boolean replacesTypename(int slot, DataNode present, DataNode added) {
        return slot == layout.typenameSlot()
                && present instanceof Leaf before
                && added instanceof Leaf after
                && !before.equals(after)
                && !layout.isObjectType(before)
                && layout.isObjectType(after);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int slot = 0; slot < values.length; slot++) {
            if (values[slot] != null) {
                text.append(text.length() == 1 ? "" : ", ")
                        .append(layout.key(slot))
                        .append(": ")
                        .append(values[slot]);
            }
        }
        return text.append('}').toString();
    }
}
