package io.weft.gateway.composition.stitch;

import io.weft.gateway.composition.fieldset.CheckFieldSet;
import io.weft.gateway.composition.fieldset.StitchingFieldSet;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.validation.Stitches;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.supergraph.FieldSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is configured of stitched services must fit all services together: keys select what there is. */
public final class CheckStitches {

    private final List<ValidatedSubgraph> subgraphs;
    private final MergedSchema merged;
    private final Problems problems;

    public CheckStitches(List<ValidatedSubgraph> subgraphs, MergedSchema merged, Problems problems) {
        this.subgraphs = List.copyOf(subgraphs);
        this.merged = merged;
        this.problems = problems;
    }

    public void check() {
        Map<Coordinate, SourcePlace> canonical = new LinkedHashMap<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            Stitches stitches = subgraph.stitches();
            stitches.lookups().forEach(lookup -> lookup(subgraph, lookup));
            stitches.requires()
                    .forEach((at, required) ->
                            selects(StitchingFieldSet.COMPUTED, required.fields(), at, required.at()));
            stitches.canonical().forEach((at, place) -> {
                SourcePlace other = canonical.putIfAbsent(at, place);
                if (other != null) {
                    problems.error(
                            ErrorCode.SEVERAL_CANONICAL_DEFINITIONS,
                            at + " is canonical in " + other.subgraph() + " and in " + place.subgraph(),
                            at,
                            List.of(other, place));
                }
            });
        }
    }

    private void lookup(ValidatedSubgraph subgraph, Stitches.RootLookup lookup) {
        Coordinate at = Coordinate.of(lookup.lookup().type());
        FieldSet key = lookup.keys().declared().orElse(lookup.lookup().key());
        if (selects(StitchingFieldSet.KEY, key, at, lookup.at())) {
            new CheckLookupArguments(subgraph, merged, problems).check(lookup);
        }
    }

    private boolean selects(StitchingFieldSet rules, FieldSet set, Coordinate at, SourcePlace place) {
        boolean[] fits = {true};
        new CheckFieldSet(merged.types(), rules, (code, reason) -> {
                    fits[0] = false;
                    problems.error(
                            code,
                            "the selection set '" + set.text() + "' of " + at + ": " + reason,
                            at,
                            List.of(place));
                })
                .check(set.selections(), at.type());
        return fits[0];
    }
}
