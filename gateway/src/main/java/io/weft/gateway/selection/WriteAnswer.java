package io.weft.gateway.selection;

import graphql.ErrorType;
import graphql.ExecutionResult;
import io.weft.gateway.supergraph.Selector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what selections answer. What several fields of a selection failed by is told once, at the selection: each may have noticed at another
 * question. What is wrong with its arguments is told as often as something is.
 */
final class WriteAnswer {

    private final Flow flow;

    private WriteAnswer(Flow flow) {
        this.flow = flow;
    }

    static byte[] written(ExecutionResult result, Flow flow) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>(result.toSpecification());
        if (answer.get("errors") instanceof List<?> errors) {
            WriteAnswer writer = new WriteAnswer(flow);
            Map<Object, Object> told = new LinkedHashMap<>();
            errors.stream()
                    .map(writer::byService)
                    .map(WriteAnswer::ofSelection)
                    .forEach(error -> told.putIfAbsent(failure(error), error));
            answer.put("errors", List.copyOf(told.values()));
        }
        return JsonMapper.shared().writeValueAsBytes(answer);
    }

    /** A value that is not of its type is noticed where it is written; who answered it is known by its place. */
    private Object byService(Object error) {
        if (!(error instanceof Map<?, ?> told && told.get("path") instanceof List<?> path)) {
            return error;
        }
        return IntStream.rangeClosed(1, path.size())
                .mapToObj(length -> flow.answering().get(path.subList(0, length)))
                .filter(Objects::nonNull)
                .findFirst()
                .map(selector -> invalid(selector, told))
                .orElse(error);
    }

    private static Object invalid(Selector selector, Map<?, ?> told) {
        SelectionFailure failure =
                ReadSelectorAnswer.invalid(selector, "whose facets are wrong: " + told.get("message"));
        Map<Object, @Nullable Object> whole = new LinkedHashMap<>(told);
        whole.put("message", failure.told());
        whole.put("extensions", failure.extensions());
        return whole;
    }

    /** What is the same failure. */
    private static Object failure(Object error) {
        return error instanceof Map<?, ?> told
                        && told.get("extensions") instanceof Map<?, ?> extensions
                        && !SelectionFailure.INPUT.equals(extensions.get("code"))
                ? Arrays.asList(told.get("path"), extensions.get("code"), extensions.get("service"))
                : error;
    }

    private static Object ofSelection(Object error) {
        if (error instanceof Map<?, ?> told && told.get("extensions") instanceof Map<?, ?> extensions) {
            extensions.remove("classification", ErrorType.DataFetchingException.toString());
        }
        if (!(error instanceof Map<?, ?> told && told.get("path") instanceof List<?> path) || path.isEmpty()) {
            return error;
        }
        Map<Object, @Nullable Object> whole = new LinkedHashMap<>(told);
        boolean isWithin = path.size() > 2 && path.get(1) instanceof Number;
        whole.put("path", path.subList(0, isWithin ? 3 : 1));
        whole.remove("locations");
        return whole;
    }
}
