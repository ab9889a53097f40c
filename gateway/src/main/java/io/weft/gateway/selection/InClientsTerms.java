package io.weft.gateway.selection;

import io.weft.gateway.supergraph.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a subgraph says of its selector, as clients know it: {@code archiveSelection.filter.size} is {@code filter.size} to them, and variables of
 * the gateway's own are the arguments that they are for.
 */
record InClientsTerms(Selector selector) {

    String told(String text) {
        return text.replace(selector.field() + ".", "").replace(WriteSelectorRequest.OWN, "");
    }

    Map<Object, @Nullable Object> told(Map<?, ?> extensions) {
        Map<Object, @Nullable Object> told = new LinkedHashMap<>();
        extensions.forEach((key, value) -> told.put(key, value(value)));
        return told;
    }

    private @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> told(text);
            case List<?> list -> list.stream().map(this::value).toList();
            case null, default -> value;
        };
    }
}
