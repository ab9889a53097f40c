package io.weft.gateway.selection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter without its values: what many questions have in common. */
final class FilterForm {

    private FilterForm() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> filter) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        filter.forEach((name, value) -> form.put(name, ofValue(value)));
        return form;
    }

    @SuppressWarnings("unchecked") // as coerced
    private static @Nullable Object ofValue(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> fields -> of((Map<String, @Nullable Object>) fields);
            case List<?> list
            when !list.isEmpty() && list.getFirst() instanceof Map ->
                list.stream().map(FilterForm::ofValue).toList();
            case null, default -> null;
        };
    }
}
