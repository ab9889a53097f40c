package io.weft.postgres.schema;

import io.weft.postgres.schema.PublishedField.ColumnField;
import java.util.List;

/**
 * A published entity offered for selection across services: a root field by which a gateway learns which of all entities match.
 *
 * @param type     the entity's; all of its rows that the caller may see take part
 * @param key      the field of it that is a key and an integer
 * @param prefix   what the names of the field and of its types begin with, such as {@code Metadata}: they are the service's own
 * @param fields   what filters, orders and facets know of the entity
 */
public record Selector(ObjectType type, String key, String prefix, List<PublishedField> fields) {

    public Selector {
        fields = List.copyOf(fields);
        if (!type.keys().contains(key)) {
            throw new IllegalArgumentException(type.name() + "." + key + " is no key");
        }
    }

    /** Of what a type publishes besides its keys. */
    public static Selector of(ObjectType type, String key, String prefix) {
        return new Selector(
                type,
                key,
                prefix,
                type.fields().stream()
                        .filter(field -> !type.keys().contains(field.name()))
                        .toList());
    }

    /** What the names of its types begin with. */
    public String typeName() {
        return prefix + type.name();
    }

    /** The root field's name. */
    public String fieldName() {
        return Character.toLowerCase(typeName().charAt(0)) + typeName().substring(1) + "Selection";
    }

    public ColumnField keyField() {
        return type.column(key);
    }

    public String keyColumn() {
        return keyField().column().name();
    }
}
