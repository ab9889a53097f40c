package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.FieldFacts;
import java.util.ArrayList;
import java.util.List;

/** A field that several subgraphs resolve must be {@code @shareable} in all of them. */
final class CheckSharing {

    private final Problems problems;
    private final Overrides overrides;
    private final InterfaceObjects interfaceObjects;

    CheckSharing(Problems problems, Overrides overrides, InterfaceObjects interfaceObjects) {
        this.problems = problems;
        this.overrides = overrides;
        this.interfaceObjects = interfaceObjects;
    }

    void check(Coordinate at, List<Part<SchemaType.Composite>> types, List<Part<SchemaField>> parts) {
        List<Part<SchemaField>> resolving = new ArrayList<>();
        List<Part<SchemaField>> alone = new ArrayList<>();
        for (Part<SchemaField> part : parts) {
            if (!overrides.isOverridden(part.subgraph().name(), at)) {
                add(part, part.subgraph().facts(at.type(), part.element().name()), resolving, alone);
            }
        }
        for (Part<SchemaField> part : interfaceObjects.resolving(at, parts)) {
            for (String implemented : interfaceObjects.interfacesOf().getOrDefault(at.type(), List.of())) {
                // the subgraph may know another of the interfaces, as an interface: that one resolves nothing
                if (part.subgraph().types().get(implemented) instanceof SchemaType.ObjectType object
                        && object.fields().containsKey(part.element().name())) {
                    add(part, part.subgraph().facts(implemented, part.element().name()), resolving, alone);
                    break;
                }
            }
        }
        if (alone.isEmpty() || resolving.size() < 2 || isMoving(at, alone)) {
            return;
        }
        problems.error(
                ErrorCode.INVALID_FIELD_SHARING,
                at + " is resolved by " + Part.subgraphs(resolving) + ", but it is not @shareable in "
                        + Part.subgraphs(alone),
                at,
                Part.places(alone));
    }

    private static void add(
            Part<SchemaField> part,
            FieldFacts facts,
            List<Part<SchemaField>> resolving,
            List<Part<SchemaField>> alone) {
        if (facts.external() == FieldFacts.External.FULLY) {
            return;
        }
        resolving.add(part);
        if (facts.sharing() == FieldFacts.Sharing.ALONE) {
            alone.add(part);
        }
    }

    /** A field on its way between two subgraphs is in both for a while. */
    private boolean isMoving(Coordinate at, List<Part<SchemaField>> alone) {
        return alone.stream()
                .allMatch(part -> overrides.of(part.subgraph().name(), at).isPresent());
    }
}
