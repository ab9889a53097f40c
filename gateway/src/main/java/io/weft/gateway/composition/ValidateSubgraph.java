package io.weft.gateway.composition;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.stitch.StitchSubgraph;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.validation.CheckContexts;
import io.weft.gateway.composition.validation.CheckDirectives;
import io.weft.gateway.composition.validation.ResolveFacts;
import io.weft.gateway.composition.validation.ResolveFieldSets;
import io.weft.gateway.composition.validation.Stitches;
import io.weft.gateway.composition.validation.ValidatedSubgraph;

/** Checks one subgraph by itself, and resolves what its directives say. */
final class ValidateSubgraph {

    private final ParsedSubgraph subgraph;
    private final Problems problems;

    ValidateSubgraph(ParsedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    ValidatedSubgraph validate() {
        return subgraph.stitched()
                .map(service -> new StitchSubgraph(subgraph, service, problems).stitch())
                .orElseGet(this::federated);
    }

    private ValidatedSubgraph federated() {
        ResolveFieldSets.FieldSets fieldSets = new ResolveFieldSets(subgraph, problems).resolve();
        ResolveFacts facts = new ResolveFacts(subgraph, fieldSets);
        ValidatedSubgraph validated =
                new ValidatedSubgraph(subgraph, fieldSets.keys(), facts.resolve(), facts.used(), Stitches.NONE);
        new CheckDirectives(validated, problems).check();
        new CheckContexts(validated, problems).check();
        subgraph.links()
                .tooNew()
                .ifPresent(link -> problems.hint(
                        HintCode.IMPLICITLY_UPGRADED_FEDERATION_VERSION,
                        subgraph.name() + " links federation v2."
                                + subgraph.links().federationMinor().orElse(0) + ", but " + link.url()
                                + " came with a later version",
                        Coordinate.of("schema")));
        return validated;
    }
}
