package io.weft.gateway.execution;

import io.weft.gateway.execution.AnswerPath.Segment;
import java.util.List;
import java.util.Optional;

/**
 * A path of a request's answer, below what a call found.
 *
 * @param element which of what was found, by number; -1 for all of it
 * @param below   from the found object on
 */
record FoundPath(int element, List<Segment> below) {

    /** Empty where the path is another call's. */
    static Optional<FoundPath> of(CompiledCall.Keyed call, List<Segment> path) {
        if (path.isEmpty() || !(path.getFirst() instanceof Segment.Key(String key))) {
            return Optional.empty();
        }
        String responseKey = call.call().responseKey();
        List<Segment> below = path.subList(1, path.size());
        return switch (call) {
            case CompiledCall.Entities entities ->
                key.equals(responseKey) ? Optional.of(inList(below, 0)) : Optional.empty();
            case CompiledCall.ByField byField
            when byField.call().isPerKey() ->
                number(responseKey, key).map(number -> new FoundPath(number, from(below, byField.below().length)));
            case CompiledCall.ByField byField ->
                key.equals(responseKey) ? Optional.of(inList(below, byField.below().length)) : Optional.empty();
        };
    }

    private static FoundPath inList(List<Segment> path, int depth) {
        List<Segment> below = from(path, depth);
        return !below.isEmpty() && below.getFirst() instanceof Segment.Index(int element)
                ? new FoundPath(element, from(below, 1))
                : new FoundPath(-1, List.of());
    }

    private static List<Segment> from(List<Segment> path, int start) {
        return path.subList(Math.min(start, path.size()), path.size());
    }

    private static Optional<Integer> number(String prefix, String key) {
        String digits = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
        return digits.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }
}
