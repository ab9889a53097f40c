package io.weft.gateway.composition.subgraph;

import io.weft.gateway.stitching.StitchedService;
import java.util.Objects;

/** How a subgraph says by what its objects are found. The supergraph made of it knows no dialects. */
public sealed interface Dialect {

    Dialect FEDERATION = new Federation();

    /** By federation's directives in its SDL; objects are found by {@code _entities}. */
    record Federation() implements Dialect {}

    /** By configuration, or stitching's directives in its SDL; objects are found by fields of the query root. */
    record Stitched(StitchedService service) implements Dialect {
        public Stitched {
            Objects.requireNonNull(service);
        }
    }
}
