package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Hints at what subgraphs say differently of the same type, though it composes. Stitched services have their own rules. */
public final class HintInconsistencies {

    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final List<ValidatedSubgraph> subgraphs;
    private final Problems problems;

    public HintInconsistencies(List<ValidatedSubgraph> subgraphs, Problems problems) {
        this.subgraphs = subgraphs.stream()
                .filter(subgraph -> subgraph.parsed().stitched().isEmpty())
                .toList();
        this.problems = problems;
    }

    public void hint() {
        Map<String, List<Part<SchemaType>>> byName = new LinkedHashMap<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            subgraph.types()
                    .forEach((name, type) -> byName.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(new Part<>(subgraph, type)));
        }
        byName.values().stream().filter(parts -> parts.size() > 1).forEach(this::type);
    }

    private void type(List<Part<SchemaType>> parts) {
        Coordinate at = Coordinate.of(parts.getFirst().element().name());
        descriptions(at, parts);
        switch (parts.getFirst().element()) {
            case SchemaType.Composite ignored -> composite(at, parts(parts, SchemaType.Composite.class));
            case SchemaType.UnionType ignored -> union(at, parts(parts, SchemaType.UnionType.class));
            case SchemaType.EnumType ignored ->
                parts(parts, SchemaType.EnumType.class).stream()
                        .flatMap(part -> part.element().values().keySet().stream())
                        .distinct()
                        .forEach(value -> descriptions(
                                Coordinate.of(at.type(), value),
                                below(
                                        parts(parts, SchemaType.EnumType.class),
                                        type -> Optional.ofNullable(
                                                type.values().get(value)))));
            case SchemaType.InputType ignored ->
                parts(parts, SchemaType.InputType.class).stream()
                        .flatMap(part -> part.element().fields().keySet().stream())
                        .distinct()
                        .forEach(field -> descriptions(
                                Coordinate.of(at.type(), field),
                                below(
                                        parts(parts, SchemaType.InputType.class),
                                        type -> Optional.ofNullable(
                                                type.fields().get(field)))));
            case SchemaType.ScalarType ignored -> {}
        }
    }

    private void composite(Coordinate at, List<Part<SchemaType.Composite>> parts) {
        List<Part<SchemaType.Composite>> keyed = parts.stream()
                .filter(part -> part.element().has(FederationDirective.KEY))
                .toList();
        boolean isInterface = parts.stream().anyMatch(part -> part.element() instanceof SchemaType.InterfaceType);
        if (!isInterface && !keyed.isEmpty() && keyed.size() < parts.size()) {
            problems.hint(
                    HintCode.INCONSISTENT_ENTITY,
                    at + " has a @key in " + Part.subgraphs(keyed) + ", but none in " + others(parts, keyed),
                    at);
        }
        Set<String> fields = new LinkedHashSet<>();
        parts.forEach(part -> fields.addAll(part.element().fields().keySet()));
        for (String field : fields) {
            Coordinate below = Coordinate.of(at.type(), field);
            List<Part<SchemaField>> having =
                    below(parts, type -> Optional.ofNullable(type.fields().get(field)));
            descriptions(below, having);
            having.stream()
                    .flatMap(part -> part.element().arguments().keySet().stream())
                    .distinct()
                    .forEach(argument -> descriptions(
                            Coordinate.of(at.type(), field, argument),
                            below(
                                    having,
                                    own -> Optional.ofNullable(own.arguments().get(argument)))));
            if (keyed.isEmpty() && !ROOTS.contains(at.type())) {
                valueField(below, field, parts, isInterface);
            }
        }
    }

    private void valueField(Coordinate at, String field, List<Part<SchemaType.Composite>> parts, boolean isInterface) {
        List<Part<SchemaType.Composite>> having =
                where(parts, type -> type.fields().containsKey(field));
        List<Part<SchemaType.Composite>> lacking = parts.stream()
                .filter(part -> !part.element().fields().containsKey(field))
                .filter(part -> !part.element().has(FederationDirective.INTERFACE_OBJECT))
                .filter(part -> !isAllExternal(part))
                .toList();
        if (!lacking.isEmpty()) {
            problems.hint(
                    isInterface
                            ? HintCode.INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD
                            : HintCode.INCONSISTENT_OBJECT_VALUE_TYPE_FIELD,
                    at + " is in " + Part.subgraphs(having) + ", but not in " + Part.subgraphs(lacking),
                    at);
        }
    }

    private static boolean isAllExternal(Part<SchemaType.Composite> part) {
        SchemaType.Composite type = part.element();
        return type.fields().keySet().stream()
                .allMatch(field -> part.subgraph().facts(type.name(), field).isExternal());
    }

    private void union(Coordinate at, List<Part<SchemaType.UnionType>> parts) {
        Set<String> members = new LinkedHashSet<>();
        parts.forEach(part -> members.addAll(part.element().members()));
        for (String member : members) {
            List<Part<SchemaType.UnionType>> having =
                    where(parts, type -> type.members().contains(member));
            if (having.size() < parts.size()) {
                problems.hint(
                        HintCode.INCONSISTENT_UNION_MEMBER,
                        at + " has the member " + member + " in " + Part.subgraphs(having) + ", but not in "
                                + others(parts, having),
                        at);
            }
        }
    }

    private <E extends Element> void descriptions(Coordinate at, List<Part<E>> parts) {
        Map<String, List<Part<E>>> said = new LinkedHashMap<>();
        for (Part<E> part : parts) {
            part.element()
                    .description()
                    .filter(text -> !text.isBlank())
                    .ifPresent(text ->
                            said.computeIfAbsent(text, key -> new ArrayList<>()).add(part));
        }
        if (said.size() > 1) {
            List<Part<E>> kept = said.getOrDefault(MergeDescription.of(parts).orElseThrow(), List.of());
            problems.hint(
                    HintCode.INCONSISTENT_DESCRIPTION,
                    at + " is described in " + said.size() + " ways; the supergraph has what " + Part.subgraphs(kept)
                            + " says",
                    at);
        }
    }

    private static <E extends Element> String others(List<Part<E>> all, List<Part<E>> but) {
        return Part.subgraphs(all.stream().filter(part -> !but.contains(part)).toList());
    }

    private static <E extends Element> List<Part<E>> where(List<Part<E>> parts, Predicate<E> holds) {
        return parts.stream().filter(part -> holds.test(part.element())).toList();
    }

    /** The part of each part; of those that have it. */
    private static <E extends Element, B extends Element> List<Part<B>> below(
            List<Part<E>> parts, Function<E, Optional<B>> member) {
        List<Part<B>> found = new ArrayList<>();
        parts.forEach(part ->
                member.apply(part.element()).ifPresent(own -> found.add(new Part<>(part.subgraph(), own))));
        return found;
    }

    private static <T extends SchemaType> List<Part<T>> parts(List<Part<SchemaType>> parts, Class<T> kind) {
        return parts.stream()
                .filter(part -> kind.isInstance(part.element()))
                .map(part -> new Part<>(part.subgraph(), kind.cast(part.element())))
                .toList();
    }
}
