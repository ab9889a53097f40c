package io.weft.gateway.execution;

import java.util.ArrayList;
import java.util.List;

/** A place in an answer: response keys and list indexes from the root on. Empty: the whole answer. */
public record AnswerPath(List<Segment> segments) {

    public static final AnswerPath ROOT = new AnswerPath(List.of());

    public AnswerPath {
        segments = List.copyOf(segments);
    }

    /** One step. */
    public sealed interface Segment {
        record Key(String name) implements Segment {}

        /** From 0. */
        record Index(int value) implements Segment {}
    }

    public static Segment key(String name) {
        return new Segment.Key(name);
    }

    public static Segment index(int value) {
        return new Segment.Index(value);
    }

    public AnswerPath then(List<Segment> more) {
        List<Segment> longer = new ArrayList<>(segments);
        longer.addAll(more);
        return new AnswerPath(longer);
    }

    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** Whether one of the two places is the other, or stands inside it. */
    public boolean touches(AnswerPath other) {
        int common = Math.min(segments.size(), other.segments.size());
        return segments.subList(0, common).equals(other.segments.subList(0, common));
    }

    /** What both begin with. */
    public AnswerPath common(AnswerPath other) {
        int common = 0;
        while (common < Math.min(segments.size(), other.segments.size())
                && segments.get(common).equals(other.segments.get(common))) {
            common++;
        }
        return new AnswerPath(segments.subList(0, common));
    }

    /** As the specification writes paths: Strings and Integers. */
    public List<Object> values() {
        return segments.stream()
                .map(segment -> switch (segment) {
                    case Segment.Key(String name) -> (Object) name;
                    case Segment.Index(int value) -> value;
                })
                .toList();
    }
}
