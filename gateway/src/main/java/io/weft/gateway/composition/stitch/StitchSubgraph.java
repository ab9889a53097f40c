package io.weft.gateway.composition.stitch;

import io.weft.gateway.composition.fieldset.ReadFieldSet;
import io.weft.gateway.composition.fieldset.SelectionText;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.HideElements;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.validation.EntryKeys;
import io.weft.gateway.composition.validation.FieldFacts;
import io.weft.gateway.composition.validation.Stitches;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.stitching.EntryPoint;
import io.weft.gateway.stitching.MergedField;
import io.weft.gateway.stitching.MergedType;
import io.weft.gateway.stitching.Place;
import io.weft.gateway.stitching.StitchedService;
import io.weft.gateway.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service that knows nothing of federation, in the terms of one that does: all of its fields are shareable, its entry
 * points are lookups, and what its computed fields are computed of they require. Whether selection sets select what
 * there is shows only when all services are merged ({@link CheckStitches}).
 */
public final class StitchSubgraph {

    private final ParsedSubgraph subgraph;
    private final StitchedService service;
    private final Problems problems;
    private final Implementations implementations;
    private final List<Stitches.RootLookup> lookups = new ArrayList<>();
    private final Map<Coordinate, Stitches.Requirement> requires = new LinkedHashMap<>();
    private final Map<Coordinate, SourcePlace> canonical = new LinkedHashMap<>();

    public StitchSubgraph(ParsedSubgraph subgraph, StitchedService service, Problems problems) {
        this.subgraph = subgraph;
        this.service = service;
        this.problems = problems;
        this.implementations = Implementations.of(subgraph.types());
    }

    public ValidatedSubgraph stitch() {
        Map<String, MergedType> merge = new LinkedHashMap<>(service.merge());
        new ReadStitchingDirectives(subgraph, service.directives(), problems)
                .read()
                .forEach((type, told) -> merge.merge(type, told, StitchSubgraph::both));
        merge.forEach(this::fields);
        merge.forEach(this::entryPoints);
        requires.replaceAll(
                (at, required) -> new SendRequirements(subgraph.name(), lookups, problems).send(at, required));
        ParsedSubgraph shown = new HideElements(subgraph, problems).hide(service.inaccessible());
        return new ValidatedSubgraph(
                shown, Map.of(), facts(), Map.of(), new Stitches(lookups, requires, canonical, Map.of()));
    }

    /** What is configured wins over what the SDL says of the same root field, or of the same field. */
    private static MergedType both(MergedType configured, MergedType told) {
        List<EntryPoint> entryPoints = new ArrayList<>(configured.entryPoints());
        told.entryPoints().stream()
                .filter(entry -> configured.entryPoints().stream()
                        .noneMatch(known -> known.fieldName().equals(entry.fieldName())))
                .forEach(entryPoints::add);
        Map<String, MergedField> fields = new LinkedHashMap<>(told.fields());
        fields.putAll(configured.fields());
        return new MergedType(
                configured.at(), entryPoints, fields, configured.canonical().or(told::canonical));
    }

    private void fields(String typeName, MergedType merged) {
        SchemaType type = subgraph.types().get(typeName);
        if (type == null) {
            problems.error(
                    ErrorCode.MERGED_TYPE_UNKNOWN,
                    subgraph.name() + " has no type " + typeName
                            + NearestName.suggestion(typeName, subgraph.types().keySet()),
                    Coordinate.of(typeName),
                    at(merged.at()));
            return;
        }
        merged.canonical().ifPresent(place -> canonical.put(Coordinate.of(typeName), place(place)));
        merged.fields().forEach((name, field) -> field(type, name, field));
    }

    private void field(SchemaType type, String name, MergedField field) {
        Coordinate at = Coordinate.of(type.name(), name);
        Set<String> known = switch (type) {
            case SchemaType.Composite composite -> composite.fields().keySet();
            case SchemaType.InputType input -> input.fields().keySet();
            case SchemaType.EnumType values -> values.values().keySet();
            case SchemaType.UnionType union -> Set.of();
            case SchemaType.ScalarType scalar -> Set.of();
        };
        if (!known.contains(name)) {
            problems.error(
                    ErrorCode.MERGED_FIELD_UNKNOWN,
                    subgraph.name() + " has no field " + at + NearestName.suggestion(name, known),
                    at,
                    at(field.at()));
            return;
        }
        field.canonical().ifPresent(place -> canonical.put(at, place(place)));
        field.selectionSet()
                .flatMap(text -> fieldSet(text, at, field.at()))
                .ifPresent(set -> requires.put(at, new Stitches.Requirement(set, place(field.at()))));
        if (field.computed().isPresent() && field.selectionSet().isEmpty()) {
            problems.error(
                    ErrorCode.COMPUTED_WITHOUT_SELECTION_SET,
                    at + " is computed, but nothing says of what",
                    at,
                    at(field.computed().get()));
        }
    }

    private Optional<FieldSet> fieldSet(String text, Coordinate at, Place place) {
        return switch (SelectionText.read(text)) {
            case ReadFieldSet.Result.Read(FieldSet set) -> Optional.of(set);
            case ReadFieldSet.Result.HasDirective(String directive) -> {
                problems.error(
                        ErrorCode.MERGE_KEY_INVALID, "'" + text + "': " + directive + " stands in it", at, at(place));
                yield Optional.empty();
            }
            case ReadFieldSet.Result.Invalid(String reason) -> {
                problems.error(ErrorCode.MERGE_KEY_INVALID, reason, at, at(place));
                yield Optional.empty();
            }
        };
    }

    private void entryPoints(String typeName, MergedType merged) {
        for (EntryPoint entry : merged.entryPoints()) {
            Optional<FieldSet> declared =
                    entry.selectionSet().flatMap(text -> fieldSet(text, Coordinate.of(typeName), entry.at()));
            if (entry.selectionSet().isPresent() && declared.isEmpty()) {
                continue;
            }
            for (String objectType : objectTypes(typeName)) {
                List<FieldSet> computed = requires.entrySet().stream()
                        .filter(required -> required.getKey().type().equals(objectType))
                        .map(required -> required.getValue().fields())
                        .toList();
                new ResolveEntryPoint(subgraph, new EntryKeys(declared, computed), problems)
                        .resolve(objectType, entry)
                        .ifPresent(lookups::add);
            }
        }
    }

    /** Where objects of an interface or union are found, those of its types are. */
    private List<String> objectTypes(String typeName) {
        return switch (subgraph.types().get(typeName)) {
            case SchemaType.ObjectType object -> List.of(object.name());
            case SchemaType.InterfaceType contract -> List.copyOf(implementations.of(contract.name()));
            case SchemaType.UnionType union -> List.copyOf(union.members());
            case null, default -> List.of();
        };
    }

    private Map<String, Map<String, FieldFacts>> facts() {
        Map<String, Map<String, FieldFacts>> facts = new LinkedHashMap<>();
        subgraph.types().forEach((name, type) -> {
            if (type instanceof SchemaType.Composite composite) {
                Map<String, FieldFacts> ofType = new HashMap<>();
                composite
                        .fields()
                        .keySet()
                        .forEach(field -> ofType.put(
                                field,
                                new FieldFacts(
                                        FieldFacts.External.NO,
                                        FieldFacts.Sharing.SHAREABLE,
                                        Optional.ofNullable(requires.get(Coordinate.of(name, field)))
                                                .map(Stitches.Requirement::fields),
                                        Optional.empty())));
                facts.put(name, ofType);
            }
        });
        return facts;
    }

    private SourcePlace place(Place place) {
        return SourcePlace.of(subgraph.name(), place);
    }

    private List<SourcePlace> at(Place place) {
        return List.of(place(place));
    }
}
