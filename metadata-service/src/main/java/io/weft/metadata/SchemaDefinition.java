package io.weft.metadata;

import io.weft.postgres.catalog.TableName;
import io.weft.postgres.schema.Names;
import java.util.List;

/** A registered schema. */
record SchemaDefinition(String id, SchemaVersion version, List<FieldDefinition> fields) {

    SchemaDefinition {
        fields = List.copyOf(fields);
    }

    TableName table() {
        return new TableName("metadata", id.replace('-', '_') + "_v" + version.major());
    }

    /** The field of Record.metadata. */
    String fieldName() {
        return Names.camel(id) + suffix();
    }

    String rootName() {
        return Names.camel(id) + "s" + suffix();
    }

    String typeName() {
        return Names.pascal(id) + suffix() + "Metadata";
    }

    /** The first major version has the plain names. */
    private String suffix() {
        return version.major() <= 1 ? "" : "V" + version.major();
    }
}
