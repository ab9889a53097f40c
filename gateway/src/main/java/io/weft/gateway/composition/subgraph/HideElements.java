package io.weft.gateway.composition.subgraph;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.stitching.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts {@code @inaccessible} on what is configured to be hidden, as if the SDL had it. */
public final class HideElements {

    private final ParsedSubgraph subgraph;
    private final Problems problems;

    public HideElements(ParsedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    /** @param hidden {@code Type} or {@code Type.field} */
    public ParsedSubgraph hide(Map<String, Place> hidden) {
        Map<String, SchemaType> types = new LinkedHashMap<>(subgraph.types());
        hidden.forEach((coordinate, place) -> {
            String[] names = coordinate.split("\\.", 2);
            SchemaType type = types.get(names[0]);
            if (type == null) {
                unknown(coordinate, names[0], types.keySet(), place);
            } else if (names.length == 1) {
                types.put(names[0], hidden(type));
            } else {
                field(type, names[1], coordinate, place).ifPresent(shown -> types.put(names[0], shown));
            }
        });
        return hidden.isEmpty() ? subgraph : subgraph.withTypes(types);
    }

    private Optional<SchemaType> field(SchemaType type, String name, String coordinate, Place place) {
        if (!(type instanceof SchemaType.Composite composite)) {
            unknown(coordinate, name, Set.of(), place);
            return Optional.empty();
        }
        SchemaField field = composite.fields().get(name);
        if (field == null) {
            unknown(coordinate, name, composite.fields().keySet(), place);
            return Optional.empty();
        }
        Map<String, SchemaField> fields = new LinkedHashMap<>(composite.fields());
        fields.put(name, field.withDirectives(hidden(field.directives())));
        return Optional.of(composite.with(composite.header(), fields));
    }

    private static SchemaType hidden(SchemaType type) {
        SchemaType.Header header = type.header().withDirectives(hidden(type.directives()));
        return switch (type) {
            case SchemaType.Composite composite -> composite.with(header, composite.fields());
            case SchemaType.UnionType union -> new SchemaType.UnionType(header, union.members());
            case SchemaType.EnumType values -> new SchemaType.EnumType(header, values.values());
            case SchemaType.ScalarType scalar -> new SchemaType.ScalarType(header);
            case SchemaType.InputType input -> new SchemaType.InputType(header, input.fields());
        };
    }

    private static List<AppliedDirective> hidden(List<AppliedDirective> directives) {
        List<AppliedDirective> more = new ArrayList<>(directives);
        more.add(new AppliedDirective(
                Optional.of(FederationDirective.INACCESSIBLE),
                FederationDirective.INACCESSIBLE.specName(),
                Map.of(),
                0,
                Origin.DEFINITION));
        return more;
    }

    private void unknown(String coordinate, String name, Set<String> known, Place place) {
        problems.error(
                ErrorCode.INACCESSIBLE_UNKNOWN,
                subgraph.name() + " has no " + coordinate + ", which is to be inaccessible"
                        + NearestName.suggestion(name, known),
                Coordinate.of(coordinate),
                List.of(SourcePlace.of(subgraph.name(), place)));
    }
}
