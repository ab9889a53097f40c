package io.weft.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A field of a schema, as it is registered and kept. Constraints that do not apply are null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldDefinition(
        String name,
        Type type,
        boolean required,
        @Nullable Cardinality cardinality,
        @Nullable String description,
        @Nullable List<JsonNode> examples,
        @Nullable String unit,
        boolean integerOnly,
        @Nullable Double minValue,
        @Nullable Double maxValue,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        @Nullable String ontologySrn,
        @Nullable String rootTerm) {

    enum Type {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("date")
        DATE,
        @JsonProperty("boolean")
        BOOLEAN,
        @JsonProperty("term")
        TERM,
        @JsonProperty("url")
        URL
    }

    enum Cardinality {
        @JsonProperty("exactly_one")
        EXACTLY_ONE,
        @JsonProperty("zero_or_more")
        ZERO_OR_MORE,
        @JsonProperty("one_or_more")
        ONE_OR_MORE
    }

    boolean isMany() {
        return cardinality == Cardinality.ZERO_OR_MORE || cardinality == Cardinality.ONE_OR_MORE;
    }

    /** The same for the table: whatever is only said for people may change with a version. */
    FieldDefinition withoutWords() {
        return new FieldDefinition(
                name,
                type,
                required,
                cardinality == null ? Cardinality.EXACTLY_ONE : cardinality,
                null,
                null,
                unit,
                integerOnly,
                minValue,
                maxValue,
                minLength,
                maxLength,
                pattern,
                ontologySrn,
                rootTerm);
    }

    FieldDefinition describedAs(@Nullable String words) {
        return new FieldDefinition(
                name,
                type,
                required,
                cardinality,
                words,
                examples,
                unit,
                integerOnly,
                minValue,
                maxValue,
                minLength,
                maxLength,
                pattern,
                ontologySrn,
                rootTerm);
    }
}
