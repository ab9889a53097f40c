package io.weft.gateway.projection;

import io.weft.gateway.execution.AnswerPath;
import io.weft.gateway.execution.AnswerPath.Segment;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.ResponseError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors of an answer: those of execution, and those found while it is written. Of errors that differ in list
 * indexes only, {@value #MOST} are told, with how many there are, so that a long bad list does not become a longer one
 * of errors.
 */
final class FoundErrors {

    private static final int MOST = 20;

    private final List<ResponseError> known;
    private final Map<Kind, Alike> found = new LinkedHashMap<>();
    private final Map<AnswerPath, List<Integer>> leftOut = new HashMap<>();

    /** @param known what execution found */
    FoundErrors(List<ResponseError> known) {
        this.known = known;
    }

    private record Kind(ErrorCode code, String message, List<Segment> keys) {}

    private static final class Alike {
        final List<AnswerPath> told = new ArrayList<>();
        int count;
    }

    void add(ErrorCode code, String message, AnswerPath path) {
        List<Segment> keys =
                path.segments().stream().filter(Segment.Key.class::isInstance).toList();
        Alike alike = found.computeIfAbsent(new Kind(code, message, keys), kind -> new Alike());
        if (alike.count++ < MOST) {
            alike.told.add(path);
        }
    }

    /** Whether an error already says why there is nothing at {@code path}. */
    boolean explain(AnswerPath path) {
        return known.stream().anyMatch(error -> error.path().touches(path))
                || found.values().stream().flatMap(alike -> alike.told.stream()).anyMatch(told -> told.touches(path));
    }

    /** Takes note that an element of a list is not in the answer, in the order of the list. All paths may go on as if it were. */
    void leftOut(AnswerPath element) {
        List<Segment> segments = element.segments();
        if (segments.getLast() instanceof Segment.Index(int index)) {
            leftOut.computeIfAbsent(new AnswerPath(segments.subList(0, segments.size() - 1)), list -> new ArrayList<>())
                    .add(index);
        }
    }

    List<ResponseError> all() {
        List<ResponseError> all = new ArrayList<>();
        known.forEach(error -> all.add(
                leftOut.isEmpty()
                        ? error
                        : new ResponseError(
                                error.message(), error.locations(), told(error.path()), error.extensions())));
        found.forEach((kind, alike) -> alike.told.forEach(path -> all.add(error(kind, alike, told(path)))));
        return all;
    }

    /** With the indexes that elements have in the answer; up to the list where an element is not in it. */
    private AnswerPath told(AnswerPath path) {
        List<Segment> told = new ArrayList<>();
        for (Segment segment : path.segments()) {
            List<Integer> without =
                    leftOut.getOrDefault(new AnswerPath(path.segments().subList(0, told.size())), List.of());
            if (!without.isEmpty() && segment instanceof Segment.Index(int index)) {
                if (without.contains(index)) {
                    return new AnswerPath(told);
                }
                int before =
                        (int) without.stream().filter(other -> other < index).count();
                told.add(AnswerPath.index(index - before));
            } else {
                told.add(segment);
            }
        }
        return new AnswerPath(told);
    }

    private static ResponseError error(Kind kind, Alike alike, AnswerPath path) {
        if (alike.count <= MOST) {
            return ResponseError.of(kind.code(), kind.message(), path);
        }
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put(ResponseError.CODE, kind.code().name());
        extensions.put(ResponseError.PLACES, alike.count);
        return new ResponseError(kind.message(), List.of(), path, extensions);
    }
}
