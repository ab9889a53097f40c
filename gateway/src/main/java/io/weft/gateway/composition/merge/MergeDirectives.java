package io.weft.gateway.composition.merge;

import graphql.language.DirectiveDefinition;
import graphql.language.Value;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.FederationDirective;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The directives that stay on an element of the supergraph. */
final class MergeDirectives {

    private static final Set<String> BUILT_IN = Set.of("deprecated", "specifiedBy", "oneOf");

    private final Problems problems;
    private final Map<String, DirectiveDefinition> composed;

    /** @param composed the directives that {@code @composeDirective} keeps, by name */
    MergeDirectives(Problems problems, Map<String, DirectiveDefinition> composed) {
        this.problems = problems;
        this.composed = Map.copyOf(composed);
    }

    <E extends Element> List<AppliedDirective> merge(Coordinate at, List<Part<E>> parts) {
        Map<String, List<AppliedDirective>> byName = new LinkedHashMap<>();
        for (Part<E> part : parts) {
            for (AppliedDirective applied : part.element().directives()) {
                String name = applied.federation()
                        .filter(FederationDirective::isMerged)
                        .map(FederationDirective::specName)
                        .orElse(applied.name());
                boolean kept = applied.federation()
                        .map(FederationDirective::isMerged)
                        .orElse(BUILT_IN.contains(applied.name()) || composed.containsKey(applied.name()));
                if (kept) {
                    byName.computeIfAbsent(name, key -> new ArrayList<>()).add(applied.named(name));
                }
            }
        }
        List<AppliedDirective> merged = new ArrayList<>();
        byName.forEach((name, applied) -> merged.addAll(merge(at, name, applied)));
        return merged;
    }

    private List<AppliedDirective> merge(Coordinate at, String name, List<AppliedDirective> applied) {
        List<AppliedDirective> distinct = distinct(applied);
        AppliedDirective first = distinct.getFirst();
        if (first.federation().isPresent()) {
            if (distinct.size() > 1 && first.federation().get() != FederationDirective.TAG) {
                problems.hint(
                        HintCode.MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS,
                        "@" + name + " has different arguments, which were put together",
                        at);
            }
            return MergeArguments.merge(first.federation().get(), distinct);
        }
        DirectiveDefinition definition = composed.get(name);
        if (distinct.size() == 1 || (definition != null && definition.isRepeatable())) {
            return distinct;
        }
        problems.hint(
                HintCode.INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS,
                "@" + name + " has different arguments; the supergraph says " + first.print(),
                at);
        return List.of(first);
    }

    private static List<AppliedDirective> distinct(List<AppliedDirective> applied) {
        Set<String> seen = new HashSet<>();
        return applied.stream().filter(directive -> seen.add(directive.print())).toList();
    }

    /** @return the value, so that an absent one is a clear bug */
    static Value<?> argument(AppliedDirective directive, String name) {
        Value<?> value = directive.arguments().get(name);
        if (value == null) {
            throw new IllegalStateException(directive.print() + " lacks " + name);
        }
        return value;
    }
}
