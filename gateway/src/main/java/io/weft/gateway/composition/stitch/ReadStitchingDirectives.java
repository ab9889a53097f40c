package io.weft.gateway.composition.stitch;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.stitching.DirectiveNames;
import io.weft.gateway.stitching.EntryPoint;
import io.weft.gateway.stitching.MergedField;
import io.weft.gateway.stitching.MergedType;
import io.weft.gateway.stitching.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a service's SDL says of how its types are merged, by the directives of stitching. */
final class ReadStitchingDirectives {

    private static final Set<String> OF_KEY = Set.of("keyField", "keyArg", "key", "additionalArgs");

    private final ParsedSubgraph subgraph;
    private final DirectiveNames names;
    private final Problems problems;
    private final Map<String, List<EntryPoint>> entryPoints = new LinkedHashMap<>();
    private final Map<String, MergedType> read = new LinkedHashMap<>();

    ReadStitchingDirectives(ParsedSubgraph subgraph, DirectiveNames names, Problems problems) {
        this.subgraph = subgraph;
        this.names = names;
        this.problems = problems;
    }

    /** By type; only those about which something is said. */
    Map<String, MergedType> read() {
        subgraph.types().values().forEach(this::entryPoints);
        subgraph.types().values().forEach(this::type);
        return read;
    }

    private void entryPoints(SchemaType type) {
        if (!(type instanceof SchemaType.Composite composite)) {
            return;
        }
        for (SchemaField field : composite.fields().values()) {
            for (AppliedDirective merge : all(field, names.merge())) {
                if (isInPlace(type, field, merge)) {
                    entryPoint(field, merge);
                }
            }
        }
    }

    private boolean isInPlace(SchemaType type, SchemaField field, AppliedDirective merge) {
        String reason = "";
        SchemaType returned = subgraph.types().get(field.type().typeName());
        if (!type.name().equals("Query")) {
            reason = "it is no field of the query root";
        } else if (!(returned instanceof SchemaType.Composite) && !(returned instanceof SchemaType.UnionType)) {
            reason = "it returns " + field.type().print() + ", which is no object, interface or union";
        } else if (isListOfLists(field.type())) {
            reason = "it returns " + field.type().print() + ", a list of lists";
        }
        if (!reason.isEmpty()) {
            Coordinate at = Coordinate.of(type.name(), field.name());
            problems.error(
                    ErrorCode.MERGE_FIELD_MISPLACED,
                    "on " + at + ", " + merge.print() + ": " + reason,
                    at,
                    subgraph.name(),
                    merge.line());
        }
        return reason.isEmpty();
    }

    private static boolean isListOfLists(TypeReference type) {
        return switch (type) {
            case TypeReference.NonNull(TypeReference nullable) -> isListOfLists(nullable);
            case TypeReference.ListOf(TypeReference element) -> element.print().startsWith("[");
            case TypeReference.Named named -> false;
        };
    }

    private void entryPoint(SchemaField field, AppliedDirective merge) {
        boolean isExpression = merge.arguments().containsKey("argsExpr");
        if (isExpression && merge.arguments().keySet().stream().anyMatch(OF_KEY::contains)) {
            Coordinate at = Coordinate.of("Query", field.name());
            problems.error(
                    ErrorCode.MERGE_ARGUMENTS_INVALID,
                    "on " + at + ", " + merge.print() + ": argsExpr says all there is; leave the others out",
                    at,
                    subgraph.name(),
                    merge.line());
            return;
        }
        EntryPoint.Arguments arguments = isExpression
                ? new EntryPoint.Arguments.Expression(merge.string("argsExpr").orElse(""))
                : new EntryPoint.Arguments.OfKey(
                        merge.string("keyField"),
                        merge.string("keyArg"),
                        merge.strings("key"),
                        merge.string("additionalArgs"));
        String typeName = field.type().typeName();
        for (String type : foundBy(typeName)) {
            entryPoints
                    .computeIfAbsent(type, key -> new ArrayList<>())
                    .add(new EntryPoint(Place.inSdl(merge.line()), key(type), field.name(), arguments, Map.of()));
        }
    }

    /** Each type has a key of its own. */
    private Set<String> foundBy(String typeName) {
        Set<String> types = Implementations.of(subgraph.types()).of(typeName);
        return types.isEmpty() ? Set.of(typeName) : types;
    }

    private Optional<String> key(String typeName) {
        SchemaType type = subgraph.types().get(typeName);
        return type == null
                ? Optional.empty()
                : all(type, names.key()).stream()
                        .findFirst()
                        .map(key -> key.string("selectionSet").orElse(""));
    }

    private void type(SchemaType type) {
        Map<String, MergedField> fields = new LinkedHashMap<>();
        for (Element member : members(type)) {
            Optional<AppliedDirective> computed =
                    all(member, names.computed()).stream().findFirst();
            Optional<Place> canonical = canonical(member);
            if (computed.isPresent() || canonical.isPresent()) {
                Place at = Place.inSdl(computed.map(AppliedDirective::line).orElse(member.line()));
                fields.put(
                        member.name(),
                        new MergedField(
                                at,
                                computed.flatMap(directive -> directive.string("selectionSet")),
                                computed.map(directive -> at),
                                canonical));
            }
        }
        Optional<Place> canonical = canonical(type);
        List<EntryPoint> found = entryPoints.getOrDefault(type.name(), List.of());
        if (!fields.isEmpty() || !found.isEmpty() || canonical.isPresent()) {
            read.put(type.name(), new MergedType(Place.inSdl(type.line()), found, fields, canonical));
        }
    }

    private Optional<Place> canonical(Element element) {
        return all(element, names.canonical()).stream().findFirst().map(directive -> Place.inSdl(directive.line()));
    }

    private static List<? extends Element> members(SchemaType type) {
        return switch (type) {
            case SchemaType.Composite composite ->
                List.copyOf(composite.fields().values());
            case SchemaType.InputType input -> List.copyOf(input.fields().values());
            case SchemaType.EnumType values -> List.copyOf(values.values().values());
            case SchemaType.UnionType union -> List.of();
            case SchemaType.ScalarType scalar -> List.of();
        };
    }

    private static List<AppliedDirective> all(Element element, String name) {
        return element.directives().stream()
                .filter(directive -> directive.name().equals(name))
                .toList();
    }
}
