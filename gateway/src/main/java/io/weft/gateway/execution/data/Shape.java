package io.weft.gateway.execution.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

    /** By field; null where every field goes into its slot as it is, which is so for all services but transformed ones. */
    final @Nullable Placing @Nullable [] placings;

    final Made[] made;

    /**
     * @param key   as it stands in the answer
     * @param slot  where its value goes
     * @param child below; null for a leaf
     */
    public record Field(
            String key,
            int slot,
            @Nullable Shape child,
            @Nullable Placing placing) {
        public Field(String key, int slot, @Nullable Shape child) {
            this(key, slot, child, null);
        }
    }

    /** How a field's value comes to its place where that is not just the slot of the object that answers it. */
    public sealed interface Placing {
        /**
         * Into the slot of an object that {@link Made} puts below the one that answers.
         *
         * @param way   slots from the one that answers to the one that gets it; empty: it is the same
         * @param names for values that are called otherwise here
         */
        record Into(int[] way, @Nullable LeafTerms names) implements Placing {}

        /**
         * What stands below belongs to the object that answers this field: the field's shape has that object's layout, and
         * makes the same objects. Of a list of objects, the values of each field become a list.
         */
        record Through() implements Placing {}
    }

    /**
     * An object that no service answers: it is there wherever the object around it is.
     *
     * @param way      slots from the object that is answered to the one around this; empty: it is the same
     * @param slot     where it stands in that
     * @param layout   its own
     * @param typename its type's name, with quotes
     */
    public record Made(int[] way, int slot, Layout layout, Leaf typename) {}

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
        this(layout, fields, numbered, List.of());
    }

    /** @param made outer objects before those in them */
    public Shape(Layout layout, List<Field> fields, List<Numbered> numbered, List<Made> made) {
        this.made = made.toArray(Made[]::new);
        this.placings = fields.stream().allMatch(field -> field.placing() == null)
                ? null
                : fields.stream().map(Field::placing).toArray(Placing[]::new);
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

    /**
     * Where a key of the answer leads to in the data tree.
     *
     * @param keys  data keys; empty where what is below belongs to the object around it
     * @param below null for a leaf
     */
    public record Led(List<String> keys, @Nullable Shape below) {}

    /** Null for a key that is not asked for. */
    public @Nullable Led lead(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        for (int field = 0; field < keys.length; field++) {
            if (Arrays.equals(keys[field], wanted)) {
                return new Led(dataKeys(field), children[field]);
            }
        }
        for (Numbered each : numbered) {
            if (key.startsWith(each.prefix())) {
                return new Led(List.of(key), each.child());
            }
        }
        return null;
    }

    /** The data keys of the first field below what is hoisted out of; empty where there is none. */
    public List<String> first() {
        for (int field = 0; field < keys.length; field++) {
            List<String> found = dataKeys(field);
            Shape below = children[field];
            if (!found.isEmpty()) {
                return found;
            } else if (below != null) {
                return below.first();
            }
        }
        return List.of();
    }

    private List<String> dataKeys(int field) {
        List<String> found = new ArrayList<>();
        Layout here = layout;
        switch (placings == null ? null : placings[field]) {
            case null -> {}
            case Placing.Through() -> {
                return List.of();
            }
            case Placing.Into(int[] way, LeafTerms names) -> {
                for (int slot : way) {
                    found.add(here.key(slot));
                    here = Objects.requireNonNull(childOf(here, slot));
                }
            }
        }
        found.add(here.key(slots[field]));
        return found;
    }

    /** An object of the gateway's making is laid out as the data tree is, also at the top of an answer. */
    private @Nullable Layout childOf(Layout here, int slot) {
        for (Made each : made) {
            if (here == layout && each.way().length == 0 && each.slot() == slot) {
                return each.layout();
            }
        }
        return here.child(slot);
    }
}
