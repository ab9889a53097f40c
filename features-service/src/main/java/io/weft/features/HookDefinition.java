package io.weft.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.schema.Names;
import java.util.List;

/** A registered hook. */
record HookDefinition(String name, Cardinality cardinality, List<HookColumn> columns) {

    HookDefinition {
        columns = List.copyOf(columns);
    }

    enum Cardinality {
        @JsonProperty("one")
        ONE,
        @JsonProperty("many")
        MANY;

        String text() {
            return this == ONE ? "one" : "many";
        }
    }

    TableName table() {
        return new TableName("features", name);
    }

    /** The field of Record.features, and of Query. */
    String fieldName() {
        return Names.camel(name);
    }

    String typeName() {
        return Names.pascal(name) + "Feature";
    }

    HookDefinition withoutWords() {
        return new HookDefinition(
                name,
                cardinality,
                columns.stream().map(HookColumn::withoutWords).toList());
    }
}
