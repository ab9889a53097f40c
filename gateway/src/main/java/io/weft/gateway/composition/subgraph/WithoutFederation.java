package io.weft.gateway.composition.subgraph;

import io.weft.gateway.composition.schema.References;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Leaves out what federation itself adds to a subgraph's schema: {@code _service}, {@code _Any} and the like. */
final class WithoutFederation {

    private static final Set<String> TYPES = Set.of("_Service", "_Entity", "_Any", "_FieldSet");
    private static final Set<String> FIELDS = Set.of("_service", "_entities");

    private WithoutFederation() {}

    static Map<String, SchemaType> types(Map<String, SchemaType> types, Links links) {
        Map<String, SchemaType> kept = new LinkedHashMap<>();
        types.forEach((name, type) -> {
            if (TYPES.contains(name) || links.isSpecType(name)) {
                return;
            }
            if (name.equals("Query") && type instanceof SchemaType.ObjectType query) {
                Map<String, SchemaField> fields = new LinkedHashMap<>(query.fields());
                fields.keySet().removeAll(FIELDS);
                if (!fields.isEmpty()) {
                    kept.put(name, query.with(query.header(), fields));
                }
                return;
            }
            kept.put(name, type);
        });
        // federation-jvm prints this scalar also where nothing imports it
        if (kept.get("FieldSet") instanceof SchemaType.ScalarType
                && !References.in(kept).contains("FieldSet")) {
            kept.remove("FieldSet");
        }
        return kept;
    }
}
