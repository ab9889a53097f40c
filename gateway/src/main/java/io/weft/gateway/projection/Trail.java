package io.weft.gateway.projection;

import io.weft.gateway.execution.AnswerPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the writer stands in the client's answer. Cheap to keep; a path is made of it only for an error. */
final class Trail {

    private @Nullable String[] keys = new String[16];
    private int[] indexes = new int[16];
    private int depth;

    void enter(String key) {
        grow();
        keys[depth++] = key;
    }

    void enterList() {
        grow();
        keys[depth++] = null;
    }

    void at(int index) {
        indexes[depth - 1] = index;
    }

    void leave() {
        depth--;
    }

    AnswerPath path() {
        List<AnswerPath.Segment> segments = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            String key = keys[i];
            segments.add(key == null ? AnswerPath.index(indexes[i]) : AnswerPath.key(key));
        }
        return new AnswerPath(segments);
    }

    /** The place of another field of the object that the writer is in. */
    AnswerPath beside(String key) {
        String here = keys[depth - 1];
        keys[depth - 1] = key;
        AnswerPath path = path();
        keys[depth - 1] = here;
        return path;
    }

    private void grow() {
        if (depth == keys.length) {
            keys = Arrays.copyOf(keys, depth * 2);
            indexes = Arrays.copyOf(indexes, depth * 2);
        }
    }
}
