package io.weft.contracts.selection;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import org.roaringbitmap.InvalidRoaringFormat;
import org.roaringbitmap.RoaringBitmap;

/**
 * A set of an entity's integer keys, 0 to 2,147,483,647. Travels as the base64 (RFC 4648, section 4) of a portable Roaring
 * bitmap (<a href="https://github.com/RoaringBitmap/RoaringFormatSpec">RoaringFormatSpec</a>), which most languages can read
 * and write. Immutable.
 */
public final class KeySet {

    public static final KeySet EMPTY = new KeySet(new RoaringBitmap());

    /** Never changed after construction. */
    private final RoaringBitmap keys;

    private KeySet(RoaringBitmap keys) {
        this.keys = keys;
    }

    /**
     * @param keys in any order, in which they are left; repeated ones count once
     * @throws IllegalArgumentException where one is negative
     */
    public static KeySet of(int... keys) {
        int[] sorted = keys.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && sorted[0] < 0) {
            throw new IllegalArgumentException("a key is negative");
        }
        return new KeySet(RoaringBitmap.bitmapOf(sorted));
    }

    /** What {@link #encoded()} wrote; empty where the text is something else. */
    public static Optional<KeySet> decoded(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
            RoaringBitmap keys = new RoaringBitmap();
            keys.deserialize(bytes);
            KeySet set = new KeySet(keys);
            boolean whole = keys.serializedSizeInBytes() == bytes.capacity();
            return whole && keys.validate() && set.isValid() ? Optional.of(set) : Optional.empty();
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | BufferUnderflowException
                | InvalidRoaringFormat
                | IOException notASet) {
            return Optional.empty();
        }
    }

    private boolean isValid() {
        return keys.isEmpty() || keys.last() >= 0;
    }

    public String encoded() {
        RoaringBitmap compact = keys.clone();
        compact.runOptimize();
        ByteBuffer bytes = ByteBuffer.allocate(compact.serializedSizeInBytes()).order(ByteOrder.LITTLE_ENDIAN);
        compact.serialize(bytes);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** Of the set of all keys there may be, which are 2,147,483,648, one less. */
    public int size() {
        return (int) Math.min(keys.getLongCardinality(), Integer.MAX_VALUE);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    public boolean contains(int key) {
        return keys.contains(key);
    }

    public KeySet and(KeySet other) {
        return new KeySet(RoaringBitmap.and(keys, other.keys));
    }

    public KeySet or(KeySet other) {
        return new KeySet(RoaringBitmap.or(keys, other.keys));
    }

    public KeySet without(KeySet other) {
        return new KeySet(RoaringBitmap.andNot(keys, other.keys));
    }

    /** The least keys, at most so many. */
    public KeySet least(int atMost) {
        return new KeySet(keys.limit(atMost));
    }

    /** The greatest keys, at most so many. */
    public KeySet greatest(int atMost) {
        long size = keys.getLongCardinality();
        return size <= atMost ? this : atMost == 0 ? EMPTY : above(keys.select((int) (size - atMost)) - 1);
    }

    /** Those above the key. */
    public KeySet above(int key) {
        return key == Integer.MAX_VALUE
                ? EMPTY
                : new KeySet(RoaringBitmap.and(keys, RoaringBitmap.bitmapOfRange(key + 1L, 1L << 31)));
    }

    /** Those below the key. */
    public KeySet below(int key) {
        return key <= 0 ? EMPTY : new KeySet(RoaringBitmap.and(keys, RoaringBitmap.bitmapOfRange(0L, key)));
    }

    /** In ascending order. */
    public int[] toArray() {
        return keys.toArray();
    }

    /** In ascending order. */
    public IntStream stream() {
        return keys.stream();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeySet set && keys.equals(set.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    @Override
    public String toString() {
        return size() > 20 ? size() + " keys" : keys.toString();
    }
}
