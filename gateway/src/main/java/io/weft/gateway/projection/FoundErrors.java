package io.weft.gateway.projection;

import io.weft.gateway.execution.AnswerPath;
import io.weft.gateway.execution.AnswerPath.Segment;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.ResponseError;
import java.util.ArrayList;
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

    List<ResponseError> all() {
        List<ResponseError> all = new ArrayList<>(known);
        found.forEach((kind, alike) -> alike.told.forEach(path -> all.add(error(kind, alike, path))));
        return all;
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
