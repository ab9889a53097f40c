package io.weft.gateway.execution.data;

import java.util.Arrays;

/**
 * Distinct JSON values. Each value is written at the end of {@link #output}, then {@link #close} keeps it or,
 * if the same bytes are there already, takes it back. Hashes only say where to look: bytes decide.
 */
public final class DistinctValues {

    /** Separates the parts of a value that is no JSON itself, but several JSON values: JSON never has this byte. */
    public static final byte PART = 0;

    private final JsonOutput output = new JsonOutput();
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

    /** Some of the values, as an array. */
    public void writeArray(int from, int to, JsonOutput out) {
        out.raw('[');
        if (from < to) {
            out.raw(output, starts[from], ends[to - 1]);
        }
        out.raw(']');
    }

    /** One of the {@link #PART}s that a value was written in; nothing where the part is empty. */
    public void writePart(int index, int part, JsonOutput out) {
        int start = starts[index];
        for (int skipped = 0; skipped < part; skipped++) {
            start = output.indexOf(PART, start, ends[index]) + 1;
        }
        out.raw(output, start, output.indexOf(PART, start, ends[index]));
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
