package io.weft.gateway.composition.merge;

import graphql.language.DirectiveDefinition;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All subgraphs' types as one schema. */
public final class MergeTypes {

    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final List<ValidatedSubgraph> subgraphs;
    private final MergeStitched stitched;
    private final Problems problems;
    private final InterfaceObjects interfaceObjects;
    private final ComposedDirectives composed;
    private final MergeDirectives directives;
    private final MergeInputs inputs;
    private final MergeEnums enums;
    private final MergeFields fields;

    public MergeTypes(
            List<ValidatedSubgraph> subgraphs, Overrides overrides, MergeStitched stitched, Problems problems) {
        this.subgraphs = subgraphs;
        this.stitched = stitched;
        this.problems = problems;
        this.interfaceObjects = InterfaceObjects.of(subgraphs);
        this.composed = ComposedDirectives.of(subgraphs, problems);
        this.directives = new MergeDirectives(problems, composed.definitions());
        this.inputs = new MergeInputs(problems, directives, stitched);
        this.enums = new MergeEnums(problems, EnumUse.of(subgraphs), directives, stitched);
        Map<String, Set<String>> members = members(subgraphs);
        this.fields = new MergeFields(
                problems,
                overrides,
                (type, wider) -> members.getOrDefault(wider, Set.of()).contains(type),
                interfaceObjects,
                inputs,
                directives,
                stitched);
    }

    public MergedSchema merge() {
        Map<String, List<Part<SchemaType>>> byName = new LinkedHashMap<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            subgraph.types()
                    .forEach((name, type) -> byName.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(new Part<>(subgraph, type)));
        }
        Map<String, SchemaType> merged = new LinkedHashMap<>();
        byName.forEach((name, parts) -> {
            if (sameKind(name, parts)) {
                merged.put(name, merge(name, parts));
            }
        });
        if (!byName.containsKey("Query")) {
            problems.error(ErrorCode.NO_QUERIES, "no subgraph has a field on Query");
        }
        new AddInterfaceObjectFields(interfaceObjects).add(merged);
        return new MergedSchema(merged, definitions());
    }

    private boolean sameKind(String name, List<Part<SchemaType>> parts) {
        Map<String, List<Part<SchemaType>>> kinds = new LinkedHashMap<>();
        for (Part<SchemaType> part : parts) {
            SchemaType type = part.element();
            String kind = type.has(FederationDirective.INTERFACE_OBJECT) ? "interface" : type.kind();
            kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(part);
        }
        if (kinds.size() == 1) {
            return true;
        }
        List<String> said = new ArrayList<>();
        kinds.forEach((kind, of) -> said.add(kind + " in " + Part.subgraphs(of)));
        problems.error(
                ErrorCode.TYPE_KIND_MISMATCH,
                name + " is " + String.join("; ", said),
                Coordinate.of(name),
                Part.places(parts));
        return false;
    }

    private SchemaType merge(String name, List<Part<SchemaType>> parts) {
        Coordinate at = Coordinate.of(name);
        if (isAsItIs(parts)) {
            if (parts.getFirst().element() instanceof SchemaType.EnumType) {
                enums.checkUse(name);
            }
            return parts.getFirst().element();
        }
        Set<Origin> origins = new HashSet<>();
        parts.forEach(part -> origins.addAll(part.element().header().origins()));
        if (!origins.contains(Origin.DEFINITION) && !ROOTS.contains(name)) {
            problems.error(
                    ErrorCode.EXTENSION_WITH_NO_BASE,
                    name + " is extended, but no subgraph defines it",
                    at,
                    Part.places(parts));
        }
        SchemaType.Header header = new SchemaType.Header(
                name,
                stitched.description(at, parts),
                directives.merge(at, parts),
                parts.getFirst().element().line(),
                origins);
        return switch (parts.getFirst().element()) {
            case SchemaType.Composite composite -> composite(header, parts);
            case SchemaType.UnionType union -> {
                Set<String> members = new LinkedHashSet<>();
                parts(parts, SchemaType.UnionType.class)
                        .forEach(part -> members.addAll(part.element().members()));
                yield new SchemaType.UnionType(header, members);
            }
            case SchemaType.EnumType enumType ->
                new SchemaType.EnumType(header, enums.merge(name, parts(parts, SchemaType.EnumType.class)));
            case SchemaType.ScalarType scalar -> new SchemaType.ScalarType(header);
            case SchemaType.InputType input -> input(header, parts(parts, SchemaType.InputType.class));
        };
    }

    /** Whether one subgraph alone says all of it, and nothing that is left out, or told of: the type stays the same object then. */
    private boolean isAsItIs(List<Part<SchemaType>> parts) {
        SchemaType type = parts.getFirst().element();
        return !(type instanceof SchemaType.UnionType)
                && parts.size() == 1
                && !type.hasDirectives()
                && type.header().origins().contains(Origin.DEFINITION)
                && !stitched.governs(parts)
                && interfaceObjects.byType().isEmpty();
    }

    private SchemaType composite(SchemaType.Header header, List<Part<SchemaType>> parts) {
        List<Part<SchemaType.Composite>> composites = parts(parts, SchemaType.Composite.class);
        Set<String> interfaces = new LinkedHashSet<>();
        boolean isInterface = false;
        for (Part<SchemaType.Composite> part : composites) {
            interfaces.addAll(part.element().interfaces());
            isInterface |= part.element() instanceof SchemaType.InterfaceType;
        }
        Map<String, SchemaField> merged = fields.merge(header.name(), composites);
        boolean onlyInterfaceObjects =
                composites.stream().allMatch(part -> part.element().has(FederationDirective.INTERFACE_OBJECT));
        if (onlyInterfaceObjects) {
            problems.error(
                    ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                    header.name() + " is an interface object in every subgraph that has it, and an interface in none",
                    Coordinate.of(header.name()),
                    Part.places(composites));
        }
        return isInterface || onlyInterfaceObjects
                ? new SchemaType.InterfaceType(header, merged, interfaces)
                : new SchemaType.ObjectType(header, merged, interfaces);
    }

    private SchemaType input(SchemaType.Header header, List<Part<SchemaType.InputType>> parts) {
        Map<String, SchemaInputValue> merged = inputs.merge(
                Coordinate.of(header.name()), MergeInputs.Place.INPUT_FIELD, parts, SchemaType.InputType::fields);
        boolean inCommon = parts.getFirst().element().fields().keySet().stream()
                .anyMatch(field ->
                        parts.stream().allMatch(part -> part.element().fields().containsKey(field)));
        if (!inCommon) {
            problems.error(
                    ErrorCode.EMPTY_MERGED_INPUT_TYPE,
                    "no field of " + header.name() + " is known to all of " + Part.subgraphs(parts),
                    Coordinate.of(header.name()),
                    Part.places(parts));
        }
        return new SchemaType.InputType(header, merged);
    }

    private static <T extends SchemaType> List<Part<T>> parts(List<Part<SchemaType>> parts, Class<T> kind) {
        Function<Part<SchemaType>, Part<T>> cast = part -> new Part<>(part.subgraph(), kind.cast(part.element()));
        return parts.stream().map(cast).toList();
    }

    private static Map<String, Set<String>> members(List<ValidatedSubgraph> subgraphs) {
        Map<String, Set<String>> members = new HashMap<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            for (SchemaType type : subgraph.types().values()) {
                if (type instanceof SchemaType.UnionType union) {
                    members.computeIfAbsent(union.name(), key -> new HashSet<>())
                            .addAll(union.members());
                } else if (type instanceof SchemaType.Composite composite) {
                    composite
                            .interfaces()
                            .forEach(implemented -> members.computeIfAbsent(implemented, key -> new HashSet<>())
                                    .add(composite.name()));
                }
            }
        }
        return members;
    }

    private Map<String, DirectiveDefinition> definitions() {
        Map<String, DirectiveDefinition> kept = new MergeExecutableDirectives(subgraphs, problems).merge();
        kept.putAll(composed.definitions());
        return kept;
    }
}
