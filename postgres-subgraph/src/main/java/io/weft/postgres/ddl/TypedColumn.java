package io.weft.postgres.ddl;

import io.weft.postgres.catalog.ColumnType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column to make.
 *
 * @param comment what it means, null if nothing is said
 * @param checks  conditions by the name of their rule, such as {@code min_value}; SQL with every literal quoted
 */
public record TypedColumn(
        String name,
        ColumnType type,
        boolean required,
        @Nullable String comment,
        Map<String, String> checks) {
    public TypedColumn {
        checks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }

    /** What a column means with its unit, as it appears in the SDL; null if neither is said. */
    public static @Nullable String comment(@Nullable String description, @Nullable String unit) {
        String words = description == null ? "" : description.strip();
        if (unit == null) {
            return words.isEmpty() ? null : words;
        }
        return words + (words.isEmpty() ? "" : ". ") + "Unit: " + unit;
    }
}
