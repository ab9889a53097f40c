package io.weft.gateway.execution.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subgraph is expected to answer for one selection set: its keys in the order they are asked, and the slots
 * their values go to. Subgraphs answer in that order, so the parser guesses the next key and is nearly always right.
 * Where types differ, it is the union of what they may answer.
 */
public final class Shape {

    final Layout layout;
    final byte[][] keys;
    final int[] slots;
    final @Nullable Shape[] children;
    final Numbered[] numbered;

    /**
     * @param key   as it stands in the answer
     * @param slot  where its value goes
     * @param child below; null for a leaf
     */
    public record Field(String key, int slot, @Nullable Shape child) {}

    /**
     * Keys that end in a number from 0 on, {@code _k0}, {@code _k1}: their values become one list.
     *
     * @param prefix what stands before the number
     * @param slot   where the list goes
     * @param child  below each
     */
    public record Numbered(String prefix, int slot, Shape child) {}

    public Shape(Layout layout, List<Field> fields) {
        this(layout, fields, List.of());
    }

    public Shape(Layout layout, List<Field> fields, List<Numbered> numbered) {
        this.numbered = numbered.toArray(Numbered[]::new);
        this.layout = layout;
        this.keys = new byte[fields.size()][];
        this.slots = new int[fields.size()];
        this.children = new Shape[fields.size()];
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            keys[i] = field.key().getBytes(StandardCharsets.UTF_8);
            slots[i] = field.slot();
            children[i] = field.child();
        }
    }

    public Layout layout() {
        return layout;
    }
}
