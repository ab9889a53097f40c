package io.weft.gateway.execution.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys an object may have at some place of the data tree, each with its slot. All fetches of a plan that add to
 * an object share its layout, so that merging needs no look-up of keys. Immutable once built; built with a plan, by
 * {@link Builder}. May refer to itself: a friend's friends are laid out as friends.
 */
public final class Layout {

    public static final String TYPENAME = "__typename";

    private final List<String> keys;
    private final Map<String, Integer> slots = new HashMap<>();
    private final int typenameSlot;
    private final Names objectTypes;
    private @Nullable Layout[] children;

    private Layout(List<String> keys, Names objectTypes) {
        this.keys = List.copyOf(keys);
        for (int slot = 0; slot < keys.size(); slot++) {
            slots.put(keys.get(slot), slot);
        }
        this.typenameSlot = slot(TYPENAME);
        this.objectTypes = objectTypes;
        this.children = new Layout[keys.size()];
    }

    public int size() {
        return keys.size();
    }

    /** The key's slot; -1 where no fetch asks for it. */
    public int slot(String key) {
        return slots.getOrDefault(key, -1);
    }

    public String key(int slot) {
        return keys.get(slot);
    }

    /** The slot of {@code __typename}; -1 where it is not asked for. */
    public int typenameSlot() {
        return typenameSlot;
    }

    /** The layout of the objects under a slot; null where the slot holds leaves. */
    public @Nullable Layout child(int slot) {
        return children[slot];
    }

    boolean isObjectType(Leaf typename) {
        return objectTypes.contains(typename);
    }

    @Override
    public String toString() {
        return keys.toString();
    }

    /** Grows while a plan is read; two places that turn out to hold the same objects are joined. */
    public static final class Builder {
        private final Map<String, Builder> keys = new LinkedHashMap<>();
        private @Nullable Builder joinedTo;
        private @Nullable Layout built;
        private boolean composite;

        /** The place under a key; made where it is not there yet. */
        public Builder child(String key) {
            return representative()
                    .keys
                    .computeIfAbsent(key, k -> new Builder())
                    .representative();
        }

        /** Says that objects, not leaves, stand here. */
        public Builder asObject() {
            representative().composite = true;
            return this;
        }

        /** From now on this place and the other are one, and so are all places below them. */
        public void join(Builder other) {
            Builder mine = representative();
            Builder others = other.representative();
            if (mine == others) {
                return;
            }
            others.joinedTo = mine;
            mine.composite |= others.composite;
            for (Map.Entry<String, Builder> entry : new ArrayList<>(others.keys.entrySet())) {
                Builder present = mine.representative().keys.putIfAbsent(entry.getKey(), entry.getValue());
                if (present != null) {
                    present.join(entry.getValue());
                }
            }
        }

        /**
         * To be called when the whole plan is read.
         *
         * @param objectTypes names of the graph's object types
         */
        public Layout build(Set<String> objectTypes) {
            return build(new Names(objectTypes));
        }

        private Layout build(Names objectTypes) {
            Builder here = representative();
            if (here.built != null) {
                return here.built;
            }
            Layout layout = new Layout(new ArrayList<>(here.keys.keySet()), objectTypes);
            here.built = layout;
            int slot = 0;
            for (Builder child : here.keys.values()) {
                layout.children[slot++] = child.representative().composite
                        ? child.representative().build(objectTypes)
                        : null;
            }
            return layout;
        }

        private Builder representative() {
            Builder here = this;
            while (here.joinedTo != null) {
                here = here.joinedTo;
            }
            return here;
        }
    }
}
