package io.weft.gateway.transform;

import io.weft.gateway.transform.Transform.Affix;
import io.weft.gateway.transform.Transform.Given;
import io.weft.gateway.transform.Transform.Rename;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the {@code transforms} of a subgraph: a list of maps with one key each, the transform's name. Whether the names
 * in them exist is not known here.
 */
public final class ReadTransforms {

    private final YamlProblems problems;
    private final Map<String, BiFunction<Written, Node, Optional<? extends Transform>>> readers = new LinkedHashMap<>();

    private ReadTransforms(String file) {
        this.problems = new YamlProblems(file);
        readers.put("renameTypes", (at, node) -> renames(at, ElementKind.TYPE, node));
        readers.put("renameFields", (at, node) -> renames(at, ElementKind.FIELD, node));
        readers.put("renameRootFields", (at, node) -> renames(at, ElementKind.ROOT_FIELD, node));
        readers.put("renameArguments", (at, node) -> renames(at, ElementKind.ARGUMENT, node));
        readers.put("renameInputFields", (at, node) -> renames(at, ElementKind.INPUT_FIELD, node));
        readers.put("renameEnumValues", (at, node) -> renames(at, ElementKind.ENUM_VALUE, node));
        readers.put("prefixTypes", (at, node) -> affixTypes(at, "prefix", node));
        readers.put("suffixTypes", (at, node) -> affixTypes(at, "suffix", node));
        readers.put("prefixFields", (at, node) -> affixFields(at, "prefix", node));
        readers.put("suffixFields", (at, node) -> affixFields(at, "suffix", node));
        readers.put("prefixRootFields", (at, node) -> affixRootFields(at, "prefix", node));
        readers.put("suffixRootFields", (at, node) -> affixRootFields(at, "suffix", node));
        readers.put("filterTypes", (at, node) -> filter(at, ElementKind.TYPE, node));
        readers.put("filterFields", (at, node) -> filter(at, ElementKind.FIELD, node));
        readers.put("filterRootFields", (at, node) -> filter(at, ElementKind.ROOT_FIELD, node));
        readers.put("filterArguments", (at, node) -> filter(at, ElementKind.ARGUMENT, node));
        readers.put("filterInputFields", (at, node) -> filter(at, ElementKind.INPUT_FIELD, node));
        readers.put("filterEnumValues", (at, node) -> filter(at, ElementKind.ENUM_VALUE, node));
        readers.put("removeDeprecated", this::removeDeprecated);
        readers.put("removeWithDirective", this::removeWithDirective);
        readers.put("removeDirectives", this::removeDirectives);
        readers.put("constantArguments", (at, node) -> given(at, node).map(all -> new Transform.FixArguments(at, all)));
        readers.put(
                "defaultArguments", (at, node) -> given(at, node).map(all -> new Transform.DefaultArguments(at, all)));
        readers.put("hoistField", this::hoistField);
        readers.put("wrapFields", this::wrapFields);
        readers.put("namespace", this::namespace);
    }

    /** What came of it. */
    public sealed interface Result {
        record Read(List<Transform> transforms) implements Result {
            public Read {
                transforms = List.copyOf(transforms);
            }
        }

        /** @param problems all of them, each with the file's name and the line; never empty */
        record Refused(List<String> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** What transforms are called. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(new ReadTransforms("").readers.keySet());
    }

    /**
     * @param node what stands under {@code transforms}
     * @param file the file's name, for problems
     */
    public static Result read(Node node, String file) {
        ReadTransforms reader = new ReadTransforms(file);
        List<Transform> transforms = reader.transforms(node);
        List<String> problems = reader.problems.all();
        return problems.isEmpty() ? new Result.Read(transforms) : new Result.Refused(problems);
    }

    private List<Transform> transforms(Node node) {
        List<Transform> transforms = new ArrayList<>();
        if (!(node instanceof SequenceNode list)) {
            problems.add(
                    problems.written(node, ""),
                    "transforms has to be a list, since their order matters: '- renameTypes: { film_t: Film }'");
            return transforms;
        }
        for (Node element : list.getValue()) {
            if (element instanceof MappingNode map
                    && map.getValue().size() == 1
                    && map.getValue().getFirst().getKeyNode() instanceof ScalarNode name) {
                transform(problems.written(name), map.getValue().getFirst().getValueNode())
                        .ifPresent(transforms::add);
            } else {
                problems.add(
                        problems.written(element, ""),
                        "a transform is a map with one key, its name: '- renameTypes: { film_t: Film }'");
            }
        }
        return transforms;
    }

    private Optional<? extends Transform> transform(Written name, Node node) {
        BiFunction<Written, Node, Optional<? extends Transform>> reader = readers.get(name.text());
        if (reader == null) {
            problems.unknown(name, "transform", readers.keySet());
            return Optional.empty();
        }
        return reader.apply(name, node);
    }

    private Optional<YamlMap> map(Written at, Node node, String... allowed) {
        if (node instanceof MappingNode map && !map.getValue().isEmpty()) {
            return Optional.of(new YamlMap(at, map, List.of(allowed), problems));
        }
        problems.add(at, at + " has to be a map" + (allowed.length == 0 ? "" : " of " + String.join(", ", allowed)));
        return Optional.empty();
    }

    private Optional<Transform> renames(Written at, ElementKind kind, Node node) {
        List<Rename> renames = new ArrayList<>();
        if (map(at, node).isEmpty() || !(node instanceof MappingNode map)) {
            return Optional.empty();
        }
        for (var entry : map.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode from
                    && entry.getValueNode() instanceof ScalarNode to
                    && to.getTag() != Tag.NULL) {
                Written coordinate = problems.written(from);
                if (isCoordinate(coordinate, kind)) {
                    renames.add(new Rename(coordinate, problems.written(to)));
                }
            } else {
                problems.add(problems.written(entry.getKeyNode(), ""), at + " leads from names to names");
            }
        }
        return Optional.of(new Transform.RenameElements(at, kind, renames));
    }

    private boolean isCoordinate(Written written, ElementKind kind) {
        String[] names = written.text().split("\\.", -1);
        boolean is =
                names.length == kind.names() && java.util.Arrays.stream(names).noneMatch(String::isEmpty);
        if (!is) {
            problems.add(written, "'" + written + "' does not name " + article(kind) + "; write " + kind.form());
        }
        return is;
    }

    private static String article(ElementKind kind) {
        return ("aeiou".indexOf(kind.title().charAt(0)) >= 0 ? "an " : "a ") + kind.title();
    }

    private Optional<Transform> affixTypes(Written at, String which, Node node) {
        if (node instanceof ScalarNode text) {
            return Optional.of(new Transform.AffixTypes(
                    at, affix(which, text.getValue()), List.of(), Transform.AffixTypes.Affected.ALL_BUT_SCALARS));
        }
        return map(at, node, which, "except", "scalars")
                .flatMap(map -> map.required(which)
                        .map(text -> new Transform.AffixTypes(
                                at,
                                affix(which, text.text()),
                                patterns(map, "except", ElementKind.TYPE),
                                map.isTrue("scalars")
                                        ? Transform.AffixTypes.Affected.ALL
                                        : Transform.AffixTypes.Affected.ALL_BUT_SCALARS)));
    }

    private Optional<Transform> affixFields(Written at, String which, Node node) {
        return map(at, node, which, "types", "except").flatMap(map -> {
            if (!map.has("types")) {
                problems.add(at, at + " needs types, patterns of the types whose fields are meant");
            }
            return map.required(which)
                    .map(text -> new Transform.AffixFields(
                            at,
                            affix(which, text.text()),
                            patterns(map, "types", ElementKind.TYPE),
                            patterns(map, "except", ElementKind.FIELD)));
        });
    }

    private Optional<Transform> affixRootFields(Written at, String which, Node node) {
        if (node instanceof ScalarNode text) {
            return Optional.of(new Transform.AffixFields(at, affix(which, text.getValue()), List.of(), List.of()));
        }
        return map(at, node, which, "except")
                .flatMap(map -> map.required(which)
                        .map(text -> new Transform.AffixFields(
                                at, affix(which, text.text()), List.of(), patterns(map, "except", ElementKind.FIELD))));
    }

    private static Affix affix(String which, String text) {
        return which.equals("prefix") ? new Affix(text, "") : new Affix("", text);
    }

    private List<Written> patterns(YamlMap map, String key, ElementKind kind) {
        return map.texts(key).stream()
                .filter(pattern -> isCoordinate(pattern, kind))
                .toList();
    }

    private Optional<Transform> filter(Written at, ElementKind kind, Node node) {
        return map(at, node, "include", "exclude")
                .map(map ->
                        new Transform.Filter(at, kind, patterns(map, "include", kind), patterns(map, "exclude", kind)));
    }

    private Optional<Transform> removeDeprecated(Written at, Node node) {
        Written directive = at.withText("deprecated");
        if (node instanceof ScalarNode scalar && scalar.getValue().equals("true")) {
            return Optional.of(new Transform.RemoveMarked(at, directive, Optional.empty()));
        }
        return map(at, node, "reason")
                .flatMap(map -> map.required("reason"))
                .map(reason -> new Transform.RemoveMarked(
                        at, directive, Optional.of(new Given(reason.withText("reason"), reason.text()))));
    }

    private Optional<Transform> removeWithDirective(Written at, Node node) {
        if (node instanceof ScalarNode scalar && scalar.getTag() != Tag.NULL) {
            return Optional.of(new Transform.RemoveMarked(at, problems.written(scalar), Optional.empty()));
        }
        return map(at, node, "directive", "argument", "value").flatMap(map -> {
            Optional<Given> argument = map.text("argument")
                    .map(name -> new Given(
                            name,
                            map.has("value")
                                    ? YamlMap.value(java.util.Objects.requireNonNull(
                                            map.members().get("value")))
                                    : null));
            return map.required("directive").map(name -> new Transform.RemoveMarked(at, name, argument));
        });
    }

    private Optional<Transform> removeDirectives(Written at, Node node) {
        return Optional.of(new Transform.RemoveDirectives(at, YamlMap.texts(node, at.text(), problems)));
    }

    private Optional<List<Given>> given(Written at, Node node) {
        List<Given> given = new ArrayList<>();
        if (map(at, node).isEmpty() || !(node instanceof MappingNode map)) {
            return Optional.empty();
        }
        for (var entry : map.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name) {
                Written argument = problems.written(name);
                if (isCoordinate(argument, ElementKind.ARGUMENT)) {
                    given.add(new Given(argument, YamlMap.value(entry.getValueNode())));
                }
            } else {
                problems.add(problems.written(entry.getKeyNode(), ""), at + " leads from arguments to values");
            }
        }
        return Optional.of(given);
    }

    private Optional<Transform> hoistField(Written at, Node node) {
        return map(at, node, "type", "path", "as", "keep").flatMap(map -> {
            List<Written> path = map.texts("path");
            if (!map.has("path")) {
                problems.add(at, at + " needs path, the fields from the type to the one that is hoisted");
            }
            Optional<Written> type = map.required("type");
            if (type.isEmpty() || path.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Transform.HoistField(
                    at,
                    type.get(),
                    path,
                    map.text("as").orElse(path.getLast()),
                    map.isTrue("keep") ? Transform.HoistField.Original.KEPT : Transform.HoistField.Original.REMOVED));
        });
    }

    private Optional<Transform> wrapFields(Written at, Node node) {
        return map(at, node, "type", "fields", "as", "newType").flatMap(map -> {
            Optional<Written> type = map.required("type");
            Optional<Written> as = map.required("as");
            if (type.isEmpty() || as.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Transform.WrapFields(
                    at,
                    type.get(),
                    map.texts("fields"),
                    as.get(),
                    map.text("newType")
                            .orElse(as.get()
                                    .withText(type.get() + capital(as.get().text())))));
        });
    }

    private Optional<Transform> namespace(Written at, Node node) {
        if (node instanceof ScalarNode scalar && scalar.getTag() != Tag.NULL) {
            Written field = problems.written(scalar);
            return Optional.of(namespace(at, field, Optional.empty(), Optional.empty()));
        }
        return map(at, node, "field", "query", "mutation")
                .flatMap(map -> map.required("field")
                        .map(field -> namespace(at, field, map.text("query"), map.text("mutation"))));
    }

    private static Transform namespace(Written at, Written field, Optional<Written> query, Optional<Written> mutation) {
        String type = capital(field.text());
        return new Transform.Namespace(
                at,
                field,
                query.orElse(field.withText(type + "Query")),
                mutation.orElse(field.withText(type + "Mutation")));
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
