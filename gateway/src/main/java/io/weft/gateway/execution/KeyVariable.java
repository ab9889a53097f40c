package io.weft.gateway.execution;

import io.weft.gateway.execution.data.JsonOutput;
import java.util.List;

/**
 * A variable of a root field's argument.
 *
 * @param prefix of its name: behind it stands a key's number, where each key has a variable of its own
 * @param suffix of its name
 * @param parts  which parts of a key go into it
 * @param around what stands before, between and behind the parts; one more than these
 */
record KeyVariable(String prefix, String suffix, List<Integer> parts, List<byte[]> around) {

    KeyVariable {
        parts = List.copyOf(parts);
        around = List.copyOf(around);
        if (around.size() != parts.size() + 1) {
            throw new IllegalArgumentException(parts.size() + " parts between " + around.size());
        }
    }

    /** The variable with all keys of the range. */
    void write(KeyBatch batch, Range range, boolean isOnlyPart, JsonOutput out) {
        out.string(prefix + suffix).raw(':').raw(around.getFirst());
        for (int i = 0; i < parts.size(); i++) {
            if (isOnlyPart) {
                batch.writeArray(range, out);
            } else {
                array(batch, range, parts.get(i), out);
            }
            out.raw(around.get(i + 1));
        }
    }

    private static void array(KeyBatch batch, Range range, int part, JsonOutput out) {
        out.raw('[');
        for (int key = range.from(); key < range.to(); key++) {
            if (key > range.from()) {
                out.raw(',');
            }
            batch.writePart(key, part, out);
        }
        out.raw(']');
    }

    /**
     * The variable of one key.
     *
     * @return false where it has no value; then nothing was written
     */
    boolean write(KeyBatch batch, int key, int number, JsonOutput out) {
        int before = out.length();
        out.raw('"').raw(prefix).number(number).raw(suffix).raw('"').raw(':');
        int empty = out.length();
        batch.writePart(key, parts.getFirst(), out);
        if (out.length() == empty) {
            out.truncate(before);
            return false;
        }
        return true;
    }
}
