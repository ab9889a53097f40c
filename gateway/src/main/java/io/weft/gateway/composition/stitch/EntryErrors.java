package io.weft.gateway.composition.stitch;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.stitching.EntryPoint;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.List;

/** Says what is wrong with an entry point, at its place. */
record EntryErrors(Problems problems, SubgraphName subgraph, String typeName, EntryPoint entry) {

    /** @param reason about the root field, as "it" */
    void error(ErrorCode code, String reason) {
        problems.error(
                code,
                typeName + " is looked up in " + subgraph + " by " + entry.fieldName() + ": " + reason,
                Coordinate.of(typeName),
                List.of(SourcePlace.of(subgraph, entry.at())));
    }
}
