package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.CheckImplementation;
import io.weft.gateway.composition.schema.CheckInputs;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.EntityKey;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules that show only when all subgraphs are put together. */
public final class CheckMerged {

    private final List<ValidatedSubgraph> subgraphs;
    private final MergedSchema merged;
    private final Problems problems;

    public CheckMerged(List<ValidatedSubgraph> subgraphs, MergedSchema merged, Problems problems) {
        this.subgraphs = List.copyOf(subgraphs);
        this.merged = merged;
        this.problems = problems;
    }

    public void check() {
        Implementations implementations = Implementations.of(merged.types());
        new CheckInputs(merged.types(), this::invalid).check();
        for (SchemaType type : merged.types().values()) {
            if (type instanceof SchemaType.Composite composite) {
                promised(composite);
            }
            if (type instanceof SchemaType.InterfaceType contract) {
                keys(contract, implementations);
            }
        }
    }

    private void invalid(Coordinate at, String message, int line) {
        problems.error(ErrorCode.INVALID_GRAPHQL, "in the merged schema, " + message, at, places(at.type()));
    }

    private void promised(SchemaType.Composite type) {
        for (String implemented : type.interfaces()) {
            if (!(merged.types().get(implemented) instanceof SchemaType.InterfaceType contract)) {
                continue;
            }
            boolean lacking = false;
            for (SchemaField field : contract.fields().values()) {
                if (!type.fields().containsKey(field.name())) {
                    problems.error(
                            ErrorCode.INTERFACE_FIELD_NO_IMPLEM,
                            type.name() + " implements " + implemented + ", but no subgraph gives it the field "
                                    + field.name(),
                            Coordinate.of(type.name(), field.name()),
                            places(type.name()));
                    lacking = true;
                }
            }
            if (!lacking) {
                new CheckImplementation(merged.types(), this::invalid).check(type, contract);
            }
        }
    }

    private void keys(SchemaType.InterfaceType contract, Implementations implementations) {
        for (ValidatedSubgraph subgraph : subgraphs) {
            SchemaType own = subgraph.types().get(contract.name());
            if (own instanceof SchemaType.InterfaceType
                    && subgraph.keys(contract.name()).stream().anyMatch(key -> key.use() == EntityKey.Use.LOOKUP)) {
                List<String> missing = implementations.of(contract.name()).stream()
                        .filter(type -> !(subgraph.types().get(type) instanceof SchemaType.ObjectType object
                                && object.interfaces().contains(contract.name())))
                        .toList();
                if (!missing.isEmpty()) {
                    problems.error(
                            ErrorCode.INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE,
                            contract.name() + " has a key in " + subgraph.name() + ", which does not know "
                                    + String.join(", ", missing),
                            Coordinate.of(contract.name()),
                            subgraph.name(),
                            own.line());
                }
            }
            if (own instanceof SchemaType.ObjectType object && object.has(FederationDirective.INTERFACE_OBJECT)) {
                List<String> defined = implementations.of(contract.name()).stream()
                        .filter(subgraph.types()::containsKey)
                        .toList();
                if (!defined.isEmpty()) {
                    problems.error(
                            ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                            contract.name() + " is an interface object in " + subgraph.name()
                                    + ", which must not define its implementations, but defines "
                                    + String.join(", ", defined),
                            Coordinate.of(contract.name()),
                            subgraph.name(),
                            own.line());
                }
            }
        }
    }

    private List<SourcePlace> places(String typeName) {
        List<SourcePlace> places = new ArrayList<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            Map<String, SchemaType> types = subgraph.types();
            SchemaType type = types.get(typeName);
            if (type != null) {
                places.add(new SourcePlace(subgraph.name(), type.line()));
            }
        }
        return places;
    }
}
