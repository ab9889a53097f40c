package io.weft.gateway.composition;

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
        return validated;
    }
}
