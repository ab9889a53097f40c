package io.weft.gateway.composition.satisfiability;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Subgraphs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Subgraphs that share a field must mean the same by it, so they can only answer with object types that all of them
 * know. Where there are none, no answer is right.
 */
final class CheckRuntimeTypes {

    private final Subgraphs subgraphs;
    private final RuntimeTypes types;
    private final Problems problems;
    private final Set<Coordinate> reported = new HashSet<>();

    CheckRuntimeTypes(Subgraphs subgraphs, RuntimeTypes types, Problems problems) {
        this.subgraphs = subgraphs;
        this.types = types;
        this.problems = problems;
    }

    /** @param sources all that answer the field here */
    void check(Coordinate at, SchemaField field, List<Source> sources, List<String> path) {
        String typeName = field.type().typeName();
        if (sources.size() < 2 || types.of(typeName).isEmpty() || reported.contains(at)) {
            return;
        }
        Map<Source, Set<String>> known = new LinkedHashMap<>();
        for (Source source : sources) {
            Subgraph subgraph = subgraphs.subgraph(source.subgraph());
            // a subgraph may give the field a narrower type than the supergraph
            String ownName = subgraph.field(at.type(), at.member().orElseThrow())
                    .map(own -> own.type().typeName())
                    .orElse(typeName);
            SubgraphType own = subgraph.type(ownName).orElse(null);
            if (own instanceof SubgraphType.InterfaceType || own instanceof SubgraphType.UnionType) {
                known.put(source, types.in(source, ownName));
            }
        }
        if (known.size() < 2 || Set.copyOf(known.values()).size() == 1) {
            return;
        }
        reported.add(at);
        Set<String> common = new HashSet<>(known.values().iterator().next());
        known.values().forEach(common::retainAll);
        List<String> said = new ArrayList<>();
        known.forEach((source, own) -> said.add(source.subgraph() + ": " + String.join(", ", own)));
        String message = WitnessQuery.print(path, WitnessQuery.Target.OBJECT) + " may be "
                + (common.isEmpty() ? "of no type that all know" : "of different types")
                + "\n    " + String.join("\n    ", said);
        if (common.isEmpty()) {
            problems.error(
                    ErrorCode.SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES,
                    message,
                    at,
                    known.keySet().stream()
                            .map(source -> new SourcePlace(source.subgraph(), 0))
                            .toList());
        } else {
            problems.hint(HintCode.INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN, message, at);
        }
    }
}
