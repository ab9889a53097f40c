package io.weft.gateway.composition;

import io.weft.gateway.supergraph.FieldSet;

/** A {@code @key} of a type in one subgraph. */
record EntityKey(FieldSet fields, Use use, AppliedDirective directive) {

    enum Use {
        /** The subgraph finds the entity by it. */
        LOOKUP,
        /** The subgraph only refers to entities by it ({@code resolvable: false}). */
        REFERENCE
    }
}
