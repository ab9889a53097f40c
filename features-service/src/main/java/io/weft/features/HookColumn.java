package io.weft.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.ddl.ColumnRule;
import io.weft.postgres.ddl.TypedColumn;
import io.weft.postgres.session.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a hook, as it is registered and kept.
 *
 * @param format    how a string or an array is meant, null for plain
 * @param dimension of a vector
 * @param maxLength of a plain string in characters, null for no limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HookColumn(
        String name,
        JsonType jsonType,
        @Nullable String format,
        @Nullable Integer dimension,
        @Nullable Integer maxLength,
        boolean required,
        @Nullable String description,
        @Nullable String unit) {

    enum JsonType {
        @JsonProperty("string")
        STRING,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("integer")
        INTEGER,
        @JsonProperty("boolean")
        BOOLEAN,
        @JsonProperty("array")
        ARRAY,
        @JsonProperty("object")
        OBJECT
    }

    ColumnType type() {
        return switch (jsonType) {
            case STRING ->
                ColumnType.of(
                        switch (format == null ? "" : format) {
                            case "date-time" -> ScalarKind.TIMESTAMPTZ;
                            case "date" -> ScalarKind.DATE;
                            case "uuid" -> ScalarKind.UUID;
                            default -> ScalarKind.TEXT;
                        });
            case NUMBER -> ColumnType.of(ScalarKind.DOUBLE);
            case INTEGER -> ColumnType.of(ScalarKind.BIGINT);
            case BOOLEAN -> ColumnType.of(ScalarKind.BOOLEAN);
            case OBJECT -> ColumnType.of(ScalarKind.JSONB);
            case ARRAY -> dimension == null ? ColumnType.of(ScalarKind.JSONB) : new ColumnType.Vector(dimension);
        };
    }

    TypedColumn column() {
        return new TypedColumn(name, type(), required, comment(), rules(), maxLength);
    }

    private List<ColumnRule> rules() {
        String type = "jsonb_typeof(" + Sql.quote(name) + ")";
        return switch (jsonType) {
            case OBJECT -> List.of(new ColumnRule("object", type + " = 'object'", "a JSON object"));
            case ARRAY ->
                dimension == null ? List.of(new ColumnRule("array", type + " = 'array'", "a JSON array")) : List.of();
            case STRING ->
                maxLength == null
                        ? List.of()
                        : List.of(new ColumnRule(
                                "max_length",
                                "char_length(" + Sql.quote(name) + ") <= " + maxLength,
                                "a text of at most " + maxLength + " characters"));
            case NUMBER, INTEGER, BOOLEAN -> List.of();
        };
    }

    /** What the column means, its unit included, as it appears in the SDL. */
    @Nullable String comment() {
        return TypedColumn.comment(description, unit);
    }

    /** What makes the table; the rest is said for people. */
    HookColumn withoutWords() {
        return new HookColumn(name, jsonType, format, dimension, maxLength, required, null, unit);
    }
}
