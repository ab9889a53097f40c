package io.weft.gateway.composition.schema;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The object types behind each interface and union of one schema. */
public record Implementations(Map<String, Set<String>> objectTypes) {

    public static Implementations of(Map<String, SchemaType> types) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        types.forEach((name, type) -> {
            if (type instanceof SchemaType.ObjectType object) {
                for (String implemented : object.interfaces()) {
                    found.computeIfAbsent(implemented, key -> new LinkedHashSet<>())
                            .add(name);
                }
            } else if (type instanceof SchemaType.UnionType union) {
                found.put(name, union.members());
            }
        });
        return new Implementations(found);
    }

    /** Empty for a type that is not abstract, or that nothing implements. */
    public Set<String> of(String abstractType) {
        return objectTypes.getOrDefault(abstractType, Set.of());
    }
}
