package io.weft.gateway.composition.satisfiability;

import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.supergraph.SubgraphName;

/**
 * A subgraph that an object may come from.
 *
 * @param provided what a {@code @provides} on the way promises below the object though it is external there
 */
record Source(SubgraphName subgraph, SelectionSet provided) {

    static Source of(SubgraphName subgraph) {
        return new Source(subgraph, SelectionSet.EMPTY);
    }
}
