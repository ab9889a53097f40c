package io.weft.gateway.execution;

import io.weft.gateway.execution.AnswerPath.Segment;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as a subgraph tells it.
 *
 * @param message empty where it has none
 * @param path    in the data tree's keys; empty where the error names no place
 */
record SubgraphError(Optional<String> message, List<Segment> path, Map<String, @Nullable Object> extensions) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @param errors the value of {@code errors} in a subgraph's answer
     * @param answer the shape of its data
     * @return empty where it is not a list of objects
     */
    static Optional<List<SubgraphError>> read(Leaf errors, Shape answer) {
        Object list = JSON.readValue(errors.bytes(), errors.offset(), errors.length(), Object.class);
        if (!(list instanceof List<?> entries)) {
            return Optional.empty();
        }
        List<SubgraphError> read = new ArrayList<>();
        for (Object entry : entries) {
            if (!(entry instanceof Map<?, ?> error)) {
                return Optional.empty();
            }
            read.add(of(error, answer));
        }
        return Optional.of(read);
    }

    private static SubgraphError of(Map<?, ?> error, Shape answer) {
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        if (error.get("extensions") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> extensions.put(String.valueOf(key), value));
        }
        return new SubgraphError(
                error.get("message") instanceof String text ? Optional.of(text) : Optional.empty(),
                error.get("path") instanceof List<?> path ? AnsweredTrail.of(segments(path), answer) : List.of(),
                extensions);
    }

    private static List<Segment> segments(List<?> path) {
        List<Segment> segments = new ArrayList<>();
        for (Object segment : path) {
            switch (segment) {
                case String key -> segments.add(AnswerPath.key(key));
                case Integer index -> segments.add(AnswerPath.index(index));
                case null, default -> {
                    return segments;
                }
            }
        }
        return segments;
    }
}
