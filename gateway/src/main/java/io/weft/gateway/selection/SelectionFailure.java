package io.weft.gateway.selection;

import io.weft.gateway.supergraph.SubgraphName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why there is no answer to a selection: half a filter would be a wrong one. Never leaves this package. */
final class SelectionFailure extends RuntimeException {

    static final String INPUT = "BAD_USER_INPUT";
    static final String TOO_LARGE = "SELECTION_TOO_LARGE";
    static final String TIMEOUT = "SELECTION_TIMEOUT";
    static final String SERVICE = "SELECTION_FAILED";

    private final Map<String, @Nullable Object> extensions;

    private SelectionFailure(String message, Map<String, @Nullable Object> extensions) {
        super(message, null, false, false);
        this.extensions = extensions;
    }

    static SelectionFailure input(String message) {
        return of(INPUT, message);
    }

    static SelectionFailure of(String code, String message) {
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        return new SelectionFailure(message, extensions);
    }

    /** @param told what the service itself says besides; its code stays the error's code */
    static SelectionFailure by(SubgraphName service, String code, String message, Map<?, ?> told) {
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        told.forEach((key, value) -> extensions.put(String.valueOf(key), value));
        extensions.putIfAbsent("code", code);
        extensions.put("service", service.value());
        return new SelectionFailure(message, extensions);
    }

    Map<String, @Nullable Object> extensions() {
        return extensions;
    }

    /** Never null, unlike {@link #getMessage()}. */
    String told() {
        return String.valueOf(getMessage());
    }
}
