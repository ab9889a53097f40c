package io.weft.gateway.composition.validation;

import io.weft.gateway.supergraph.FieldSet;
import java.util.Optional;

/**
 * What federation's directives say of a field in one subgraph.
 *
 * @param external whether this subgraph resolves it
 * @param sharing  whether other subgraphs may resolve it too
 */
public record FieldFacts(External external, Sharing sharing, Optional<FieldSet> requires, Optional<FieldSet> provides) {

    public enum External {
        /** Resolved here. */
        NO,
        /** Resolved here though marked: a key field of an extension, which has always been so. */
        IN_NAME_ONLY,
        /** Not resolved here, but some {@code @provides} of this subgraph promises it. */
        PARTIALLY,
        /** Not resolved here. */
        FULLY
    }

    public enum Sharing {
        ALONE,
        SHAREABLE
    }

    boolean isResolved() {
        return external == External.NO || external == External.IN_NAME_ONLY;
    }

    public boolean isExternal() {
        return !isResolved();
    }
}
