package io.weft.gateway.execution;

import io.weft.gateway.supergraph.SubgraphName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the response's {@code errors}.
 *
 * @param message    for the client
 * @param locations  in the client's document; empty where they are not known
 * @param path       in the client's answer; empty where the error is about no field in particular
 * @param extensions null, Boolean, Number, String, List or Map each; always has a {@code code}
 */
public record ResponseError(
        String message, List<Location> locations, AnswerPath path, Map<String, @Nullable Object> extensions) {

    public static final String CODE = "code";
    public static final String SERVICE = "service";

    /** How many errors differ from this one in their list indexes only, where not all of them are told. */
    public static final String PLACES = "places";

    public ResponseError {
        Objects.requireNonNull(message);
        locations = List.copyOf(locations);
        Objects.requireNonNull(path);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** Line and column, from 1. */
    public record Location(int line, int column) {}

    public static ResponseError of(ErrorCode code, String message, AnswerPath path) {
        return new ResponseError(message, List.of(), path, Map.of(CODE, code.name()));
    }

    /** Why a request is not executed. */
    public static ResponseError refusal(String code, String message, List<Location> locations) {
        return new ResponseError(message, locations, AnswerPath.ROOT, Map.of(CODE, code));
    }

    /** An error of this subgraph's. */
    public static ResponseError of(ErrorCode code, SubgraphName service, String message, AnswerPath path) {
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put(CODE, code.name());
        extensions.put(SERVICE, service.value());
        return new ResponseError(message, List.of(), path, extensions);
    }
}
