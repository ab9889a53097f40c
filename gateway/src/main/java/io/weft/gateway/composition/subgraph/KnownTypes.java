package io.weft.gateway.composition.subgraph;

import graphql.language.Definition;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What single definitions mean, by the definition itself: so long as it is not read anew, it means the same object. */
public final class KnownTypes {

    private final Map<Definition<?>, SchemaType> before;
    private final Map<Definition<?>, SchemaType> used = new IdentityHashMap<>();

    /** @param before from the composition before */
    KnownTypes(Map<Definition<?>, SchemaType> before) {
        this.before = before;
    }

    /** For whoever remembers nothing. */
    public static KnownTypes none() {
        return new KnownTypes(Map.of());
    }

    @Nullable SchemaType of(Definition<?> definition) {
        SchemaType known = before.get(definition);
        if (known != null) {
            used.put(definition, known);
        }
        return known;
    }

    /** @param type read without finding anything wrong, which would not be found again */
    void keep(Definition<?> definition, SchemaType type) {
        used.put(definition, type);
    }

    /** What has been asked for or kept. */
    Map<Definition<?>, SchemaType> used() {
        return used;
    }
}
