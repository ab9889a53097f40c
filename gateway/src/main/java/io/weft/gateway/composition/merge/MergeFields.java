package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.schema.TypeFit;
import io.weft.gateway.document.TypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of an object or interface type, merged over its subgraphs. */
final class MergeFields {

    private final Problems problems;
    private final Overrides overrides;
    private final BiPredicate<String, String> member;
    private final InterfaceObjects interfaceObjects;
    private final MergeInputs inputs;
    private final MergeDirectives directives;
    private final MergeStitched stitched;

    MergeFields(
            Problems problems,
            Overrides overrides,
            BiPredicate<String, String> member,
            InterfaceObjects interfaceObjects,
            MergeInputs inputs,
            MergeDirectives directives,
            MergeStitched stitched) {
        this.problems = problems;
        this.overrides = overrides;
        this.member = member;
        this.interfaceObjects = interfaceObjects;
        this.inputs = inputs;
        this.directives = directives;
        this.stitched = stitched;
    }

    Map<String, SchemaField> merge(String typeName, List<Part<SchemaType.Composite>> types) {
        Set<String> names = new LinkedHashSet<>();
        types.forEach(type -> names.addAll(type.element().fields().keySet()));
        Map<String, SchemaField> merged = new LinkedHashMap<>();
        for (String name : names) {
            List<Part<SchemaField>> parts = types.stream()
                    .filter(type -> type.element().fields().containsKey(name))
                    .map(type -> new Part<>(type.subgraph(), field(type.element(), name)))
                    .toList();
            Coordinate at = Coordinate.of(typeName, name);
            merge(at, parts).ifPresent(field -> merged.put(name, field));
            boolean isObject = types.stream()
                    .anyMatch(type -> type.element() instanceof SchemaType.ObjectType object
                            && !object.has(FederationDirective.INTERFACE_OBJECT));
            if (isObject) {
                new CheckSharing(problems, overrides, interfaceObjects).check(at, types, parts);
            }
        }
        return merged;
    }

    private static SchemaField field(SchemaType.Composite type, String name) {
        SchemaField field = type.fields().get(name);
        if (field == null) {
            throw new IllegalStateException("no field " + type.name() + "." + name);
        }
        return field;
    }

    private Optional<SchemaField> merge(Coordinate at, List<Part<SchemaField>> parts) {
        String typeName = at.type();
        List<Part<SchemaField>> own = new ArrayList<>();
        List<Part<SchemaField>> external = new ArrayList<>();
        for (Part<SchemaField> part : parts) {
            boolean isExternal =
                    part.subgraph().facts(typeName, part.element().name()).isExternal();
            (isExternal ? external : own).add(part);
        }
        if (own.isEmpty() && interfaceObjects.resolving(at, parts).isEmpty()) {
            problems.error(
                    ErrorCode.EXTERNAL_MISSING_ON_BASE,
                    at + " is @external in every subgraph that has it: " + Part.subgraphs(parts),
                    at,
                    Part.places(parts));
            return Optional.empty();
        }
        List<Part<SchemaField>> defining = own.isEmpty() ? parts : own;
        Optional<TypeReference> type =
                stitched.governs(defining) ? stitched.type(at, defining, member) : type(at, defining);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        SchemaField first = defining.getFirst().element();
        SchemaField merged = new SchemaField(
                first.name(),
                stitched.description(at, defining),
                type.get(),
                inputs.merge(at, MergeInputs.Place.ARGUMENT, defining, SchemaField::arguments),
                directives.merge(at, defining),
                first.line());
        boolean differ =
                defining.stream().anyMatch(part -> !part.element().type().equals(type.get()));
        new CheckExternals(problems, member).check(at, merged, external, differ);
        return Optional.of(merged);
    }

    private Optional<TypeReference> type(Coordinate at, List<Part<SchemaField>> parts) {
        TypeReference first = parts.getFirst().element().type();
        TypeReference merged = first;
        boolean same = true;
        for (Part<SchemaField> part : parts) {
            same &= part.element().type().equals(first);
            Optional<TypeReference> wider = TypeFit.wider(merged, part.element().type(), member);
            if (wider.isEmpty()) {
                problems.error(
                        ErrorCode.FIELD_TYPE_MISMATCH,
                        at + " is " + types(parts, SchemaField::type),
                        at,
                        Part.places(parts));
                return Optional.empty();
            }
            merged = wider.get();
        }
        if (!same) {
            problems.hint(
                    HintCode.INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE,
                    at + " is " + types(parts, SchemaField::type) + "; the supergraph says " + merged.print(),
                    at);
        }
        return Optional.of(merged);
    }

    /** {@code "Int in a, b; String in c"}. */
    static <E extends Element> String types(List<Part<E>> parts, Function<E, TypeReference> type) {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        for (Part<E> part : parts) {
            byType.computeIfAbsent(type.apply(part.element()).print(), key -> new ArrayList<>())
                    .add(part.subgraph().name().value());
        }
        return byType.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }
}
