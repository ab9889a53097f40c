package io.weft.gateway.composition.merge;

import graphql.language.DirectiveDefinition;
import graphql.language.DirectiveLocation;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.ExecutableDirective;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The directives that clients may write: those that every subgraph knows, at the places where all allow them, since
 * one that a subgraph does not know could not be sent there.
 */
final class MergeExecutableDirectives {

    private final List<ValidatedSubgraph> subgraphs;
    private final Problems problems;

    MergeExecutableDirectives(List<ValidatedSubgraph> subgraphs, Problems problems) {
        this.subgraphs = subgraphs;
        this.problems = problems;
    }

    Map<String, DirectiveDefinition> merge() {
        Map<String, Map<String, DirectiveDefinition>> byName = new LinkedHashMap<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            subgraph.parsed().directives().forEach((name, definition) -> {
                if (ExecutableDirective.isExecutable(definition)) {
                    byName.computeIfAbsent(name, key -> new LinkedHashMap<>())
                            .put(subgraph.name().value(), ExecutableDirective.withExecutableLocations(definition));
                }
            });
        }
        Map<String, DirectiveDefinition> merged = new LinkedHashMap<>();
        byName.forEach((name, known) -> merge(name, known).ifPresent(definition -> merged.put(name, definition)));
        return merged;
    }

    private Optional<DirectiveDefinition> merge(String name, Map<String, DirectiveDefinition> known) {
        Coordinate at = Coordinate.of("@" + name);
        if (known.size() < subgraphs.size()) {
            problems.hint(
                    HintCode.INCONSISTENT_EXECUTABLE_DIRECTIVE_PRESENCE,
                    "@" + name + " is left out: it is known only in " + String.join(", ", known.keySet()),
                    at);
            return Optional.empty();
        }
        DirectiveDefinition first = known.values().iterator().next();
        Set<String> common = new LinkedHashSet<>(locations(first));
        known.values().forEach(definition -> common.retainAll(locations(definition)));
        if (common.isEmpty()) {
            problems.hint(
                    HintCode.NO_EXECUTABLE_DIRECTIVE_INTERSECTION,
                    "@" + name + " is left out: there is no place where all subgraphs allow it",
                    at);
            return Optional.empty();
        }
        if (known.values().stream().anyMatch(definition -> locations(definition).size() > common.size())) {
            problems.hint(
                    HintCode.INCONSISTENT_EXECUTABLE_DIRECTIVE_LOCATIONS,
                    "@" + name + " is allowed where all subgraphs allow it: " + String.join(", ", common),
                    at);
        }
        boolean isRepeatable = known.values().stream().allMatch(DirectiveDefinition::isRepeatable);
        if (!isRepeatable && known.values().stream().anyMatch(DirectiveDefinition::isRepeatable)) {
            problems.hint(
                    HintCode.INCONSISTENT_EXECUTABLE_DIRECTIVE_REPEATABLE,
                    "@" + name + " is repeatable in some subgraphs only, so it is not in the supergraph",
                    at);
        }
        List<DirectiveLocation> locations = first.getDirectiveLocations().stream()
                .filter(location -> common.contains(location.getName()))
                .toList();
        return Optional.of(
                first.transform(builder -> builder.directiveLocations(locations).repeatable(isRepeatable)));
    }

    private static Set<String> locations(DirectiveDefinition definition) {
        Set<String> names = new LinkedHashSet<>();
        definition.getDirectiveLocations().forEach(location -> names.add(location.getName()));
        return names;
    }
}
