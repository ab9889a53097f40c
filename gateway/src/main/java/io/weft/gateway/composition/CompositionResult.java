package io.weft.gateway.composition;

import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.problem.Hint;
import io.weft.gateway.supergraph.Supergraph;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** What came of a composition. */
public sealed interface CompositionResult {

    /**
     * @param supergraph ready to plan with
     * @param sdl        writes {@link #supergraphSdl()}
     * @param hints      what is legal but odd
     */
    record Composed(Supergraph supergraph, Supplier<String> sdl, List<Hint> hints) implements CompositionResult {
        public Composed {
            Objects.requireNonNull(supergraph);
            Objects.requireNonNull(sdl);
            hints = List.copyOf(hints);
        }

        /**
         * The same as SDL (join v0.3 or later), for other gateways: what only this gateway can answer is not in it.
         * Written anew at each call.
         */
        public String supergraphSdl() {
            return sdl.get();
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
