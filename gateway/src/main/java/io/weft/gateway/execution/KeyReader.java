package io.weft.gateway.execution;

import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what tells objects apart, from wherever it stands in them, so that it can be compared. */
final class KeyReader {

    private static final int LONGEST_NUMBER = 40;

    private final int[][] paths;

    /** @param paths data keys, each from the objects to a leaf */
    KeyReader(List<List<String>> paths, Layout layout) {
        this.paths = paths.stream().map(path -> slots(path, layout)).toArray(int[][]::new);
    }

    private static int[] slots(List<String> path, Layout layout) {
        int[] slots = new int[path.size()];
        Layout at = layout;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = at == null ? -1 : at.slot(path.get(i));
            at = at == null || slots[i] < 0 ? null : at.child(slots[i]);
        }
        return slots;
    }

    /** Null where the object lacks a part. */
    @Nullable List<String> read(ObjectNode object) {
        List<String> parts = new ArrayList<>(paths.length);
        for (int[] path : paths) {
            DataNode at = object;
            for (int slot : path) {
                at = at instanceof ObjectNode here && slot >= 0 ? here.get(slot) : null;
            }
            if (!(at instanceof Leaf leaf)) {
                return null;
            }
            parts.add(comparable(leaf));
        }
        return parts;
    }

    /** The number 1 and the string "1" are the same key; services disagree about that. */
    private static String comparable(Leaf leaf) {
        String text = leaf.isString() ? leaf.text() : leaf.json();
        boolean isWritten = leaf.isString() || text.length() > LONGEST_NUMBER;
        boolean isFraction = text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
        return isWritten || !isFraction || text.charAt(0) > '9' ? text : plain(new BigDecimal(text));
    }

    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return Math.abs(shortest.scale()) > LONGEST_NUMBER ? shortest.toString() : shortest.toPlainString();
    }
}
