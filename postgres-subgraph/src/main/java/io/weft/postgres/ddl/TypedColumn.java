package io.weft.postgres.ddl;

import io.weft.postgres.catalog.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column to make.
 *
 * @param comment   what it means, null if nothing is said
 * @param rules     what its values must be, besides their type
 * @param maxLength of a text in characters, as one of the rules has it; null if none says so
 */
public record TypedColumn(
        String name,
        ColumnType type,
        boolean required,
        @Nullable String comment,
        List<ColumnRule> rules,
        @Nullable Integer maxLength) {
    public TypedColumn {
        rules = List.copyOf(rules);
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
