package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types that have selections as fields, as the gateway's own subgraph sees them: their key, what the filters need of them, and those
 * fields. So the plan finds a selection within an object as it finds any field of an entity.
 */
final class ParentTypes {

    private final List<ParsedSubgraph> subgraphs;
    private final Problems problems;
    private final BroughtTypes brought;

    /** @param brought gets the types of keys and of what filters need */
    ParentTypes(List<ParsedSubgraph> subgraphs, BroughtTypes brought, Problems problems) {
        this.subgraphs = subgraphs;
        this.brought = brought;
        this.problems = problems;
    }

    /** A field, and the subgraph that says so. */
    private record Known(ParsedSubgraph subgraph, SchemaField field) {}

    /**
     * @param keys      of the types that can be selected themselves: those are in the schema already, with that key
     * @param arguments of a selection of a type, as they are printed
     */
    String sdl(List<WithinField> fields, Map<String, String> keys, Map<String, String> arguments) {
        Map<String, List<WithinField>> byType = new LinkedHashMap<>();
        fields.forEach(field ->
                byType.computeIfAbsent(field.type(), type -> new ArrayList<>()).add(field));
        StringBuilder sdl = new StringBuilder();
        byType.forEach((type, own) -> {
            Optional<List<String>> key = Optional.ofNullable(keys.get(type)).map(List::of);
            if (key.isPresent()) {
                sdl.append("extend type ").append(type).append(" {\n");
            } else {
                key = key(type, own.getFirst());
                if (key.isEmpty()) {
                    return;
                }
                sdl.append("type %s @key(fields: \"%s\") {\n".formatted(type, String.join(" ", key.get())));
                key.get().forEach(name -> sdl.append(field(type, name, own.getFirst(), "")));
            }
            Set<String> needed = new LinkedHashSet<>();
            own.forEach(field -> needed.addAll(field.needs()));
            key.get().forEach(needed::remove);
            needed.stream().sorted().forEach(name -> sdl.append(field(type, name, own.getFirst(), " @external")));
            own.forEach(field -> sdl.append(selection(field, needed, arguments)));
            sdl.append("}\n");
        });
        return sdl.toString();
    }

    private static String selection(WithinField field, Set<String> needed, Map<String, String> arguments) {
        List<String> required =
                field.needs().stream().filter(needed::contains).sorted().toList();
        return "  \"Those that match and are of this, over all services.\"\n  %s(%s): %sConnection%s\n"
                .formatted(
                        field.field(),
                        arguments.getOrDefault(field.entity(), ""),
                        field.entity(),
                        required.isEmpty() ? "" : " @requires(fields: \"" + String.join(" ", required) + "\")");
    }

    /** Of plain fields, so that what it says need not be taken apart. */
    private Optional<List<String>> key(String type, WithinField first) {
        for (ParsedSubgraph subgraph : preferring(first.subgraph())) {
            if (!(subgraph.types().get(type) instanceof SchemaType.ObjectType object)) {
                continue;
            }
            for (AppliedDirective applied : object.all(FederationDirective.KEY)) {
                List<String> names = Arrays.stream(
                                applied.string("fields").orElse("").strip().split("[\\s,]+"))
                        .toList();
                if (names.stream()
                        .allMatch(name -> object.fields().containsKey(name) && isPlain(subgraph, object, name))) {
                    return Optional.of(names);
                }
            }
        }
        wrong(
                first,
                type + " must have a @key of fields that are scalars or enums: by it the gateway asks for the selection"
                        + " within each object");
        return Optional.empty();
    }

    private String field(String type, String name, WithinField of, String directives) {
        Optional<Known> known = known(type, name, of.subgraph());
        if (known.isEmpty()) {
            wrong(of, "its filter needs $" + name + ", but " + type + " has no field '" + name + "' in any subgraph");
            return "";
        }
        ParsedSubgraph subgraph = known.get().subgraph();
        SchemaField field = known.get().field();
        boolean isPlain =
                subgraph.types().get(type) instanceof SchemaType.ObjectType object && isPlain(subgraph, object, name);
        if (!isPlain) {
            wrong(
                    of,
                    "its filter needs $" + name + ", but " + type + "." + name + ": "
                            + field.type().print() + " is no scalar and no enum, or takes arguments");
            return "";
        }
        brought.bring(subgraph, field.type().typeName());
        return "  %s: %s%s\n".formatted(name, field.type().print(), directives);
    }

    private Optional<Known> known(String type, String name, ParsedSubgraph first) {
        return preferring(first).stream()
                .flatMap(subgraph -> Optional.ofNullable(subgraph.types().get(type))
                        .filter(SchemaType.ObjectType.class::isInstance)
                        .map(object -> ((SchemaType.ObjectType) object).fields().get(name))
                        .map(field -> new Known(subgraph, field))
                        .stream())
                .findFirst();
    }

    private List<ParsedSubgraph> preferring(ParsedSubgraph first) {
        List<ParsedSubgraph> ordered = new ArrayList<>(subgraphs);
        ordered.removeIf(subgraph -> subgraph.name().equals(first.name()));
        ordered.addFirst(first);
        return ordered;
    }

    private static boolean isPlain(ParsedSubgraph subgraph, SchemaType.ObjectType type, String name) {
        SchemaField field = type.fields().get(name);
        SchemaType of = field == null ? null : subgraph.types().get(field.type().typeName());
        return field != null
                && field.arguments().isEmpty()
                && (of == null || of instanceof SchemaType.ScalarType || of instanceof SchemaType.EnumType);
    }

    private void wrong(WithinField field, String why) {
        problems.error(
                ErrorCode.SELECTS_INVALID,
                why,
                Coordinate.of(field.type(), field.field()),
                field.subgraph().name(),
                field.line());
    }
}
