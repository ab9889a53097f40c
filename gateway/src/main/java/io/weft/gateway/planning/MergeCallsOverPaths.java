package io.weft.gateway.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * Calls that ask the same of objects in different places become one call, so that an object that stands in both
 * places is asked once.
 *
 * <p>Before: {@code Flatten(path: "book.author") Fetch(a)} beside {@code Flatten(path: "review.author") Fetch(a)} with
 * equal representations and selections. After: one call with both paths. Does not apply where the calls stand at
 * different levels or have different conditions.
 */
final class MergeCallsOverPaths {
    private MergeCallsOverPaths() {}

    static List<DraftCall> apply(List<DraftCall> calls) {
        List<DraftCall> merged = new ArrayList<>();
        for (DraftCall call : calls) {
            int same = -1;
            for (int i = 0; i < merged.size() && same < 0; i++) {
                same = merged.get(i).asksTheSameAs(call) ? i : -1;
            }
            if (same < 0) {
                merged.add(call);
            } else {
                merged.set(same, merged.get(same).about(call));
            }
        }
        return merged.size() == calls.size() ? calls : merged;
    }
}
