package io.weft.gateway.execution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The client's variables, coerced.
 *
 * @param values by name, without {@code $}: null, Boolean, Number, String, List or Map. What has neither value nor
 *               default is absent.
 */
public record Variables(Map<String, @Nullable Object> values) {

    public static final Variables NONE = new Variables(Map.of());

    public Variables {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of a variable that stands in a {@code @skip} or {@code @include}: these are Boolean and not null. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }
}
