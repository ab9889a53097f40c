package io.weft.gateway.execution.data;

import java.util.Arrays;

/**
 * A JSON array of distinct values. Each value is written at the end of {@link #output}, then {@link #close} keeps it or,
 * if the same bytes are there already, takes it back. Hashes only say where to look: bytes decide.
 */
public final class DistinctValues {

    private final JsonOutput output = new JsonOutput().raw('[');
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int[] table = new int[16];
    private int size;
    private int open;

    public int size() {
        return size;
    }

    /** Begins a value. */
    public JsonOutput open() {
        open = output.length();
        return size == 0 ? output : output.raw(',');
    }

    /** Takes back a value that was begun. */
    public void discard() {
        output.truncate(open);
    }

    /** Ends a value; answers its index among the distinct ones. */
    public int close() {
        int start = size == 0 ? open : open + 1;
        int end = output.length();
        int at = output.hash(start, end) * 0x9E3779B9 >>> 8 & table.length - 1;
        while (table[at] != 0) {
            int candidate = table[at] - 1;
            if (output.sameBytes(starts[candidate], ends[candidate], start, end)) {
                output.truncate(open);
                return candidate;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = size + 1;
        add(start, end);
        return size - 1;
    }

    /** The whole array. No more values can be added. */
    public JsonOutput array() {
        return output.raw(']');
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        size++;
        if (size * 2 > table.length) {
            rehash();
        }
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int i = 0; i < size; i++) {
            int at = output.hash(starts[i], ends[i]) * 0x9E3779B9 >>> 8 & table.length - 1;
            while (table[at] != 0) {
                at = at + 1 & table.length - 1;
            }
            table[at] = i + 1;
        }
    }
}
