package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.Elements;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A directive that goes into the supergraph has one name there, so it has one name in all subgraphs that apply it. */
public final class CheckLinkNames {

    private final List<ValidatedSubgraph> subgraphs;
    private final Problems problems;

    public CheckLinkNames(List<ValidatedSubgraph> subgraphs, Problems problems) {
        this.subgraphs = List.copyOf(subgraphs);
        this.problems = problems;
    }

    public void check() {
        Map<FederationDirective, Map<ValidatedSubgraph, String>> names = new EnumMap<>(FederationDirective.class);
        for (ValidatedSubgraph subgraph : subgraphs) {
            Elements.directed(subgraph.types(), element -> {
                for (AppliedDirective applied : element.directives()) {
                    applied.federation()
                            .filter(FederationDirective::isMerged)
                            .ifPresent(directive -> names.computeIfAbsent(directive, key -> new LinkedHashMap<>())
                                    .putIfAbsent(subgraph, applied.name()));
                }
            });
        }
        names.forEach((directive, bySubgraph) -> {
            if (bySubgraph.values().stream().distinct().count() > 1) {
                String said = bySubgraph.entrySet().stream()
                        .map(entry ->
                                "@" + entry.getValue() + " in " + entry.getKey().name())
                        .collect(Collectors.joining(", "));
                problems.error(
                        ErrorCode.LINK_IMPORT_NAME_MISMATCH,
                        "federation's @" + directive.specName() + " is called " + said,
                        Coordinate.of("@" + directive.specName()),
                        bySubgraph.keySet().stream()
                                .map(subgraph -> new SourcePlace(subgraph.name(), 0))
                                .toList());
            }
        });
    }
}
