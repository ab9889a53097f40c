package io.weft.postgres.schema;

import io.weft.postgres.catalog.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table published as an object type.
 *
 * @param keys names of its fields that are federation keys, one field each; empty where it is no entity
 */
public record ObjectType(
        String name, @Nullable String description, Table table, List<PublishedField> fields, List<String> keys) {

    public ObjectType {
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        if (table.primaryKey().isEmpty()) {
            throw new IllegalArgumentException(
                    "table " + table.name() + " cannot be published as " + name + ": it has no primary key");
        }
    }

    public Optional<PublishedField> field(String field) {
        return fields.stream()
                .filter(candidate -> candidate.name().equals(field))
                .findFirst();
    }

    /** The column field of this name. @throws IllegalArgumentException if there is none */
    public PublishedField.ColumnField column(String field) {
        return field(field)
                .filter(PublishedField.ColumnField.class::isInstance)
                .map(PublishedField.ColumnField.class::cast)
                .orElseThrow(() -> new IllegalArgumentException(name + "." + field + " is no column"));
    }
}
