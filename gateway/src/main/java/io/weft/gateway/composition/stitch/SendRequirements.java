package io.weft.gateway.composition.stitch;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.validation.EntryKeys;
import io.weft.gateway.composition.validation.Stitches;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a field is computed of has to reach the service: some entry point is given all of it. What no entry point is
 * given need not be fetched. A field that is asked for through an entry point without its inputs would be computed of
 * nothing, and nobody would see.
 */
final class SendRequirements {

    private final SubgraphName subgraph;
    private final List<Stitches.RootLookup> lookups;
    private final Problems problems;

    SendRequirements(SubgraphName subgraph, List<Stitches.RootLookup> lookups, Problems problems) {
        this.subgraph = subgraph;
        this.lookups = lookups;
        this.problems = problems;
    }

    /** What of it has to be known for the field to be asked. */
    Stitches.Requirement send(Coordinate at, Stitches.Requirement required) {
        List<Set<List<String>>> given = new ArrayList<>();
        Set<List<String>> all = new LinkedHashSet<>();
        for (Stitches.RootLookup entry : lookups) {
            if (entry.lookup().type().equals(at.type())) {
                Set<List<String>> paths = new LinkedHashSet<>();
                entry.lookup().arguments().values().forEach(template -> KeyPaths.collect(template, paths));
                given.add(paths);
                all.addAll(paths);
            }
        }
        SelectionSet sent = EntryKeys.keep(required.fields().selections(), all, List.of());
        if (given.isEmpty()
                || given.stream().anyMatch(paths -> isSent(required.fields().selections(), paths, List.of()))) {
            return required;
        }
        if (!sent.isEmpty() && given.stream().anyMatch(paths -> isSent(sent, paths, List.of()))) {
            return new Stitches.Requirement(new FieldSet(sent.print(), sent), required.at());
        }
        problems.error(
                ErrorCode.COMPUTED_INPUTS_NOT_SENT,
                at + " is computed of { " + required.fields().text() + " }, but no entry point of " + at.type() + " in "
                        + subgraph + " is given " + (sent.isEmpty() ? "any of it" : "all of it"),
                at,
                List.of(required.at()));
        return required;
    }

    private static boolean isSent(SelectionSet selections, Set<List<String>> paths, List<String> above) {
        return selections.selections().stream().allMatch((Selection selection) -> switch (selection) {
            case InlineFragment fragment -> isSent(fragment.selections(), paths, above);
            case FieldSelection field -> {
                List<String> path = new ArrayList<>(above);
                path.add(field.name());
                yield field.name().equals(FieldSelection.TYPENAME)
                        || paths.stream().anyMatch(used -> EntryKeys.isAtOrAbove(used, path))
                        || !field.selections().isEmpty() && isSent(field.selections(), paths, path);
            }
        });
    }
}
