package io.weft.gateway.configuration;

import io.weft.gateway.stitching.EntryPoint;
import io.weft.gateway.stitching.MergedField;
import io.weft.gateway.stitching.MergedType;
import io.weft.gateway.stitching.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the merge configuration of one type; its names are those of graphql-tools. */
final class ReadMergedType {

    private static final String[] OF_ENTRY_POINT = {
        "selectionSet", "fieldName", "args", "argsExpr", "keyField", "keyArg", "key", "additionalArgs", "match"
    };

    private final YamlMap said;
    private final String type;

    ReadMergedType(YamlMap said, String type) {
        this.said = said;
        this.type = type;
    }

    MergedType read() {
        List<String> known = new ArrayList<>(List.of(OF_ENTRY_POINT));
        known.addAll(List.of("fields", "canonical", "entryPoints"));
        said.only(known.toArray(String[]::new));
        Map<String, MergedField> fields = new LinkedHashMap<>();
        said.map("fields", "the fields of " + type)
                .ifPresent(map -> map.keys()
                        .forEach(name -> map.map(name, "the merge configuration of " + type + "." + name)
                                .ifPresent(field -> fields.put(name, field(map.at(name), field)))));
        return new MergedType(said.at(), entryPoints(), fields, canonical(said));
    }

    private static Optional<Place> canonical(YamlMap map) {
        return map.isOn("canonical") ? Optional.of(map.at("canonical")) : Optional.empty();
    }

    private static MergedField field(Place at, YamlMap said) {
        said.only("selectionSet", "computed", "canonical");
        return new MergedField(
                at,
                said.text("selectionSet"),
                said.isOn("computed") ? Optional.of(said.at("computed")) : Optional.empty(),
                canonical(said));
    }

    private List<EntryPoint> entryPoints() {
        List<EntryPoint> entryPoints = new ArrayList<>();
        for (YamlMap entry : said.maps("entryPoints", "an entry point of " + type)) {
            entry.only(OF_ENTRY_POINT);
            entryPoint(entry).ifPresent(entryPoints::add);
        }
        List<String> own =
                List.of(OF_ENTRY_POINT).stream().filter(said.keys()::contains).toList();
        if (said.node("entryPoints").isPresent() && !own.isEmpty()) {
            said.problem(
                    own.getFirst(),
                    type + " has entryPoints, and " + String.join(", ", own)
                            + " besides: put that into one of the entryPoints");
        } else if (own.contains("fieldName")) {
            entryPoint(said).ifPresent(entryPoints::add);
        } else if (own.stream().anyMatch(key -> !key.equals("selectionSet"))) {
            said.problem(own.getFirst(), type + " has " + own.getFirst() + ", but no fieldName that takes it");
        }
        return entryPoints;
    }

    private Optional<EntryPoint> entryPoint(YamlMap entry) {
        Optional<String> fieldName = entry.text("fieldName");
        if (fieldName.isEmpty()) {
            entry.problem("fieldName", "an entry point of " + type + " has no fieldName");
        }
        return fieldName.map(name -> new EntryPoint(
                entry.at("fieldName"), entry.text("selectionSet"), name, arguments(entry), match(entry)));
    }

    private EntryPoint.Arguments arguments(YamlMap entry) {
        Optional<String> expression = entry.text("args").or(() -> entry.text("argsExpr"));
        List<String> others = List.of("args", "argsExpr", "keyField", "keyArg", "key", "additionalArgs").stream()
                .filter(entry.keys()::contains)
                .toList();
        if (expression.isPresent() && others.size() > 1) {
            entry.problem(
                    others.getLast(),
                    "the entry point " + entry.text("fieldName").orElse("") + " of " + type + " has "
                            + String.join(" and ", others) + ": " + others.getFirst() + " says all there is");
        }
        return expression
                .<EntryPoint.Arguments>map(EntryPoint.Arguments.Expression::new)
                .orElseGet(() -> new EntryPoint.Arguments.OfKey(
                        entry.text("keyField"),
                        entry.text("keyArg"),
                        entry.texts("key"),
                        entry.text("additionalArgs")));
    }

    /** {@code {by: {resultField: keyPath}}}, or the fields that result and key have in common. */
    private Map<String, String> match(YamlMap entry) {
        Map<String, String> match = new LinkedHashMap<>();
        if (entry.isMap("match")) {
            YamlMap said = entry.map("match", "match").orElseThrow().only("by");
            said.map("by", "match.by")
                    .ifPresent(by -> by.keys()
                            .forEach(result -> match.put(result, by.text(result).orElse(""))));
            if (match.isEmpty()) {
                entry.problem("match", "match says by nothing: write match: { by: { id: id } }");
            }
        } else {
            entry.texts("match").forEach(name -> match.put(name, name));
        }
        return match;
    }
}
