package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.stitching.TypeMerging;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What schema stitching does with definitions that differ, where all of them are of stitched services: one of them is
 * canonical and counts, and how much the others may differ is configured. Where a federation subgraph has part in an
 * element, federation's rules are kept.
 */
public final class MergeStitched {

    private final TypeMerging settings;
    private final Problems problems;
    private final Set<SubgraphName> services;

    public MergeStitched(List<ValidatedSubgraph> subgraphs, TypeMerging settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
        this.services = subgraphs.stream()
                .filter(subgraph -> subgraph.parsed().stitched().isPresent())
                .map(ValidatedSubgraph::name)
                .collect(Collectors.toSet());
    }

    /** The stitched ones. */
    public Set<SubgraphName> services() {
        return services;
    }

    /** Whether all that define an element are stitched services. */
    <E extends Element> boolean governs(List<Part<E>> parts) {
        return !services.isEmpty()
                && parts.stream()
                        .allMatch(part -> services.contains(part.subgraph().name()));
    }

    /** The definition that is called canonical, or that of the type that is; otherwise the last. */
    private <E extends Element> Part<E> canonical(Coordinate at, List<Part<E>> parts) {
        for (Coordinate scope : List.of(at, Coordinate.of(at.type()))) {
            for (Part<E> part : parts) {
                if (part.subgraph().stitches().canonical().containsKey(scope)) {
                    return part;
                }
            }
        }
        return parts.getLast();
    }

    /** Of stitched services, the canonical definition's, or the last of those that have one. */
    <E extends Element> Optional<String> description(Coordinate at, List<Part<E>> parts) {
        if (!governs(parts)) {
            return MergeDescription.of(parts);
        }
        Optional<String> canonical = canonical(at, parts).element().description();
        return canonical.isPresent()
                ? canonical
                : parts.reversed().stream()
                        .flatMap(part -> part.element().description().stream())
                        .findFirst();
    }

    /** Empty where the fields' types cannot stand for one another, which is told. */
    Optional<TypeReference> type(Coordinate at, List<Part<SchemaField>> parts, BiPredicate<String, String> isMember) {
        Part<SchemaField> canonical = canonical(at, parts);
        TypeReference type = canonical.element().type();
        TypeMerging.Validation validation = settings.at(names(at));
        for (Part<SchemaField> part : parts) {
            TypeReference own = part.element().type();
            if (depth(own) != depth(type)) {
                problems.error(
                        ErrorCode.FIELD_TYPE_MISMATCH,
                        at + " is " + MergeFields.types(parts, SchemaField::type)
                                + ": a list cannot be merged with what is" + " none, or with a list of lists",
                        at,
                        Part.places(parts));
                return Optional.empty();
            }
            boolean isNamedAlike = own.typeName().equals(type.typeName())
                    || isMember.test(own.typeName(), type.typeName())
                    || validation.isProxiable(type.typeName(), own.typeName());
            if (!isNamedAlike) {
                differ(
                        at,
                        parts,
                        "; the supergraph says " + type.print() + ", of "
                                + canonical.subgraph().name());
            } else if (isStricter(type, own)) {
                if (settings.conflict() == TypeMerging.Conflict.NULLABLE) {
                    type = nullable(type, own);
                } else {
                    differ(
                            at,
                            parts,
                            "; the supergraph says " + type.print() + ", of "
                                    + canonical.subgraph().name() + ", though some may answer null");
                }
            } else if (isStricter(own, type) && validation.strictNullability().orElse(false)) {
                differ(at, parts, "; their nullability is to be the same (strictNullComparison)");
            }
        }
        return Optional.of(type);
    }

    private void differ(Coordinate at, List<Part<SchemaField>> parts, String consequence) {
        differ(at, at + " is " + MergeFields.types(parts, SchemaField::type) + consequence, Part.places(parts));
    }

    /** Told as the settings say. */
    void differ(Coordinate at, String message, List<SourcePlace> places) {
        switch (settings.at(names(at)).level().orElse(TypeMerging.Level.WARN)) {
            case OFF -> {}
            case WARN -> problems.hint(HintCode.STITCHED_DEFINITIONS_DIFFER, message, at);
            case ERROR -> problems.error(ErrorCode.STITCHED_DEFINITIONS_DIFFER, message, at, places);
        }
    }

    private static List<String> names(Coordinate at) {
        return Stream.of(Optional.of(at.type()), at.member(), at.argument())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether the first is non-null somewhere where the second is not. */
    private static boolean isStricter(TypeReference type, TypeReference other) {
        List<Boolean> own = nonNull(type);
        List<Boolean> others = nonNull(other);
        for (int level = 0; level < own.size(); level++) {
            if (own.get(level) && !others.get(level)) {
                return true;
            }
        }
        return false;
    }

    private static List<Boolean> nonNull(TypeReference type) {
        List<Boolean> levels = new ArrayList<>();
        TypeReference rest = type;
        while (true) {
            boolean isNonNull = rest instanceof TypeReference.NonNull;
            levels.add(isNonNull);
            TypeReference inner = rest instanceof TypeReference.NonNull(TypeReference nullable) ? nullable : rest;
            if (!(inner instanceof TypeReference.ListOf(TypeReference element))) {
                return levels;
            }
            rest = element;
        }
    }

    /** Non-null only where both are. */
    private static TypeReference nullable(TypeReference type, TypeReference other) {
        boolean both = type instanceof TypeReference.NonNull && other instanceof TypeReference.NonNull;
        TypeReference inner = strip(type);
        TypeReference otherInner = strip(other);
        TypeReference merged = inner instanceof TypeReference.ListOf(TypeReference element)
                        && otherInner instanceof TypeReference.ListOf(TypeReference otherElement)
                ? new TypeReference.ListOf(nullable(element, otherElement))
                : inner;
        return both ? new TypeReference.NonNull(merged) : merged;
    }

    private static TypeReference strip(TypeReference type) {
        return type instanceof TypeReference.NonNull(TypeReference nullable) ? nullable : type;
    }

    private static int depth(TypeReference type) {
        return nonNull(type).size();
    }

    /** Where services know different members of something that is sent to them. */
    <M extends Element, E extends Element> void inputsDiffer(Coordinate at, List<Part<M>> knowing, List<Part<E>> all) {
        Set<String> without = new TreeSet<>();
        all.forEach(part -> without.add(part.subgraph().name().value()));
        knowing.forEach(part -> without.remove(part.subgraph().name().value()));
        differ(
                at,
                at + " is known to " + Part.subgraphs(knowing) + ", but not to " + String.join(", ", without)
                        + ", which refuse it",
                Part.places(knowing));
    }
}
