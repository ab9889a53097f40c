package io.weft.gateway.composition.schema;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which types the types of a schema name. */
public final class References {

    private References() {}

    public static Set<String> in(Map<String, SchemaType> types) {
        Set<String> names = new HashSet<>();
        types.values().forEach(type -> names.addAll(type.references()));
        return names;
    }
}
