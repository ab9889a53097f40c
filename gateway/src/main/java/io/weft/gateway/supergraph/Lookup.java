package io.weft.gateway.supergraph;

import java.util.Objects;

/**
 * In subgraph S, an object of type T can be found by key K, so. The one idea that planner and executor know of how
 * subgraphs are entered; composition makes lookups of whatever dialect a subgraph speaks.
 */
public sealed interface Lookup {

    SubgraphName subgraph();

    /** The type that is found: an object type, an interface with a key, or an interface object. */
    String type();

    /** What must be known of the object. */
    FieldSet key();

    /** Federation's {@code _entities(representations:)}, for a {@code @key} that is resolvable. */
    record Entities(SubgraphName subgraph, String type, FieldSet key) implements Lookup {
        public Entities {
            Objects.requireNonNull(subgraph);
            Objects.requireNonNull(type);
            Objects.requireNonNull(key);
        }
    }
}
