package io.weft.gateway.composition;

import io.weft.gateway.supergraph.Supergraph;
import java.util.List;
import java.util.Objects;

/** What came of a composition. */
public sealed interface CompositionResult {

    /**
     * @param supergraph    ready to plan with
     * @param supergraphSdl the same as SDL (join v0.3 or later), for other gateways
     * @param hints         what is legal but odd
     */
    record Composed(Supergraph supergraph, String supergraphSdl, List<Hint> hints) implements CompositionResult {
        public Composed {
            Objects.requireNonNull(supergraph);
            Objects.requireNonNull(supergraphSdl);
            hints = List.copyOf(hints);
        }
    }

    /** @param errors all of them, in the order of the subgraphs; never empty */
    record Refused(List<CompositionError> errors) implements CompositionResult {
        public Refused {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("refused without a reason");
            }
        }
    }
}
