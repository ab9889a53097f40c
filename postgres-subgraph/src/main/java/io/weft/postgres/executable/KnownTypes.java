package io.weft.postgres.executable;

import graphql.schema.GraphQLNamedType;
import io.weft.schema.WhoRefers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * graphql-java's types of the schema that was assembled before. They refer to each other as objects, so a type can stand in the next
 * schema, too, if it is made of the same, and all that it leads to is. May be used by several threads.
 */
public final class KnownTypes {

    private final WhoRefers whoRefers = new WhoRefers();
    private volatile Assembled last = new Assembled(Map.of(), Map.of());

    /** Both by name. */
    private record Assembled(Map<String, TypeSource> sources, Map<String, GraphQLNamedType> types) {}

    /**
     * What is made now, and which types need not be.
     *
     * @param kept refer to types as objects already
     */
    record Known(Map<String, TypeSource> sources, Map<String, GraphQLNamedType> kept) {}

    /** @param parts what each type is made of, by name */
    Known of(Map<String, List<Object>> parts) {
        Assembled before = last;
        Map<String, TypeSource> sources = new LinkedHashMap<>();
        List<String> changed = new ArrayList<>();
        parts.forEach((name, made) -> {
            TypeSource known = before.sources().get(name);
            if (known != null && known.parts().equals(made)) {
                sources.put(name, known);
            } else {
                sources.put(name, TypeSource.of(made));
                changed.add(name);
            }
        });
        Map<String, Set<String>> references = HashMap.newHashMap(sources.size());
        sources.forEach((name, source) -> references.put(name, source.references()));
        Set<String> other = whoRefers.leadingTo(changed, references);
        Map<String, GraphQLNamedType> kept = new HashMap<>();
        sources.keySet().forEach(name -> {
            GraphQLNamedType type = before.types().get(name);
            if (type != null && !other.contains(name)) {
                kept.put(name, type);
            }
        });
        return new Known(sources, kept);
    }

    void keep(Map<String, TypeSource> sources, Map<String, GraphQLNamedType> types) {
        last = new Assembled(Map.copyOf(sources), Map.copyOf(types));
    }
}
