package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.supergraph.FieldSet;

/** A {@code @key} of a type in one subgraph. */
public record EntityKey(FieldSet fields, Use use, AppliedDirective directive) {

    public enum Use {
        /** The subgraph finds the entity by it. */
        LOOKUP,
        /** The subgraph only refers to entities by it ({@code resolvable: false}). */
        REFERENCE
    }
}
