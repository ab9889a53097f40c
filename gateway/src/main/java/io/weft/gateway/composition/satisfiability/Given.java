package io.weft.gateway.composition.satisfiability;

import io.weft.gateway.supergraph.ContextualArgument;
import io.weft.gateway.supergraph.SubgraphName;

/** Something that an object above gives: what a context's selection leads to can be had there. */
record Given(SubgraphName subgraph, String context, String selection) {
    static Given of(SubgraphName subgraph, ContextualArgument argument) {
        return new Given(subgraph, argument.context(), argument.selection().text());
    }
}
