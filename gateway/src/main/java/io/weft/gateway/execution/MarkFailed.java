package io.weft.gateway.execution;

import io.weft.gateway.execution.AnswerPath.Segment;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of the null that an error explains that it is no value, so that nobody is told it were one. An error may name a
 * place below the null, since a null travels up to the first field that may be null.
 */
final class MarkFailed {
    private MarkFailed() {}

    /** @param path from the object on, in the data tree's keys */
    static void along(ObjectNode object, List<Segment> path) {
        @Nullable DataNode here = object;
        for (Segment segment : path) {
            @Nullable DataNode next = null;
            switch (segment) {
                case Segment.Key(String key) -> {
                    if (here instanceof ObjectNode above && above.layout().slot(key) >= 0) {
                        int slot = above.layout().slot(key);
                        next = failed(above.get(slot));
                        if (next != null) {
                            above.set(slot, next);
                        }
                    }
                }
                case Segment.Index(int index) -> {
                    if (here instanceof ListNode list && index >= 0 && index < list.size()) {
                        next = failed(list.get(index));
                        if (next != null) {
                            list.set(index, next);
                        }
                    }
                }
            }
            here = next;
        }
    }

    private static @Nullable DataNode failed(@Nullable DataNode node) {
        return node instanceof DataNode.Null ? DataNode.Null.FAILED : node;
    }
}
