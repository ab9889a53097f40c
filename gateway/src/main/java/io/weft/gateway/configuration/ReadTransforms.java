package io.weft.gateway.configuration;

import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.transform.ElementKind;
import io.weft.gateway.transform.Transform;
import io.weft.gateway.transform.Transform.Given;
import io.weft.gateway.transform.Written;
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
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the {@code transforms} of a subgraph: a list of maps with one key each, the transform's name. Whether the names
 * in them exist is not known here.
 */
public final class ReadTransforms {

    private final YamlProblems problems;
    private final TransformMaps maps;
    private final ReadNameTransforms names;
    private final Map<String, BiFunction<Written, Node, Optional<? extends Transform>>> readers = new LinkedHashMap<>();

    private ReadTransforms(String file) {
        this.problems = new YamlProblems(file);
        this.maps = new TransformMaps(problems);
        this.names = new ReadNameTransforms(problems, maps);
        readers.put("renameTypes", (at, node) -> names.renames(at, ElementKind.TYPE, node));
        readers.put("renameFields", (at, node) -> names.renames(at, ElementKind.FIELD, node));
        readers.put("renameRootFields", (at, node) -> names.renames(at, ElementKind.ROOT_FIELD, node));
        readers.put("renameArguments", (at, node) -> names.renames(at, ElementKind.ARGUMENT, node));
        readers.put("renameInputFields", (at, node) -> names.renames(at, ElementKind.INPUT_FIELD, node));
        readers.put("renameEnumValues", (at, node) -> names.renames(at, ElementKind.ENUM_VALUE, node));
        readers.put("prefixTypes", (at, node) -> names.affixTypes(at, "prefix", node));
        readers.put("suffixTypes", (at, node) -> names.affixTypes(at, "suffix", node));
        readers.put("prefixFields", (at, node) -> names.affixFields(at, "prefix", node));
        readers.put("suffixFields", (at, node) -> names.affixFields(at, "suffix", node));
        readers.put("prefixRootFields", (at, node) -> names.affixRootFields(at, "prefix", node));
        readers.put("suffixRootFields", (at, node) -> names.affixRootFields(at, "suffix", node));
        readers.put("filterTypes", (at, node) -> names.filter(at, ElementKind.TYPE, node));
        readers.put("filterFields", (at, node) -> names.filter(at, ElementKind.FIELD, node));
        readers.put("filterRootFields", (at, node) -> names.filter(at, ElementKind.ROOT_FIELD, node));
        readers.put("filterArguments", (at, node) -> names.filter(at, ElementKind.ARGUMENT, node));
        readers.put("filterInputFields", (at, node) -> names.filter(at, ElementKind.INPUT_FIELD, node));
        readers.put("filterEnumValues", (at, node) -> names.filter(at, ElementKind.ENUM_VALUE, node));
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
                    node, "transforms has to be a list, since their order matters: '- renameTypes: { film_t: Film }'");
            return transforms;
        }
        for (Node element : list.getValue()) {
            if (element instanceof MappingNode map
                    && map.getValue().size() == 1
                    && map.getValue().getFirst().getKeyNode() instanceof ScalarNode name) {
                transform(problems.written(name), map.getValue().getFirst().getValueNode())
                        .ifPresent(transforms::add);
            } else {
                problems.add(element, "a transform is a map with one key, its name: '- renameTypes: { film_t: Film }'");
            }
        }
        return transforms;
    }

    private Optional<? extends Transform> transform(Written name, Node node) {
        BiFunction<Written, Node, Optional<? extends Transform>> reader = readers.get(name.text());
        if (reader == null) {
            String nearest = NearestName.suggestion(name.text(), readers.keySet());
            problems.add(
                    name,
                    "there is no transform called '" + name + "'"
                            + (nearest.isEmpty() ? "; there are " + String.join(", ", readers.keySet()) : nearest));
            return Optional.empty();
        }
        return reader.apply(name, node);
    }

    private Optional<Transform> removeDeprecated(Written at, Node node) {
        Written directive = at.withText("deprecated");
        if (node instanceof ScalarNode scalar && scalar.getValue().equals("true")) {
            return Optional.of(new Transform.RemoveMarked(at, directive, Optional.empty()));
        }
        return maps.of(at, node, "reason")
                .flatMap(map -> maps.required(at, map, "reason"))
                .map(reason -> new Transform.RemoveMarked(
                        at, directive, Optional.of(new Given(reason.withText("reason"), reason.text()))));
    }

    private Optional<Transform> removeWithDirective(Written at, Node node) {
        if (node instanceof ScalarNode scalar && !YamlValue.isNull(scalar)) {
            return Optional.of(new Transform.RemoveMarked(at, problems.written(scalar), Optional.empty()));
        }
        return maps.of(at, node, "directive", "argument", "value").flatMap(map -> {
            Optional<Given> argument = map.written("argument").map(name -> new Given(name, map.value("value")));
            return maps.required(at, map, "directive").map(name -> new Transform.RemoveMarked(at, name, argument));
        });
    }

    private Optional<Transform> removeDirectives(Written at, Node node) {
        List<Written> directives = new ArrayList<>();
        List<Node> elements = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        for (Node element : elements) {
            if (element instanceof ScalarNode scalar && !YamlValue.isNull(scalar)) {
                directives.add(problems.written(scalar));
            } else {
                problems.add(element, at + " has to be a list of names");
            }
        }
        return Optional.of(new Transform.RemoveDirectives(at, directives));
    }

    private Optional<List<Given>> given(Written at, Node node) {
        Optional<MappingNode> map = maps.notEmpty(at, node);
        if (map.isEmpty()) {
            return Optional.empty();
        }
        List<Given> given = new ArrayList<>();
        for (NodeTuple entry : map.get().getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name) {
                Written argument = problems.written(name);
                if (names.isCoordinate(argument, ElementKind.ARGUMENT)) {
                    given.add(new Given(argument, YamlValue.of(entry.getValueNode())));
                }
            } else {
                problems.add(entry.getKeyNode(), at + " leads from arguments to values");
            }
        }
        return Optional.of(given);
    }

    private Optional<Transform> hoistField(Written at, Node node) {
        return maps.of(at, node, "type", "path", "as", "keep").flatMap(map -> {
            List<Written> path = map.allWritten("path");
            if (!map.has("path")) {
                problems.add(at, at + " needs path, the fields from the type to the one that is hoisted");
            }
            Optional<Written> type = maps.required(at, map, "type");
            if (type.isEmpty() || path.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Transform.HoistField(
                    at,
                    type.get(),
                    path,
                    map.written("as").orElse(path.getLast()),
                    map.isOn("keep") ? Transform.HoistField.Original.KEPT : Transform.HoistField.Original.REMOVED));
        });
    }

    private Optional<Transform> wrapFields(Written at, Node node) {
        return maps.of(at, node, "type", "fields", "as", "newType").flatMap(map -> {
            Optional<Written> type = maps.required(at, map, "type");
            Optional<Written> as = maps.required(at, map, "as");
            if (type.isEmpty() || as.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Transform.WrapFields(
                    at,
                    type.get(),
                    map.allWritten("fields"),
                    as.get(),
                    map.written("newType")
                            .orElse(as.get()
                                    .withText(type.get() + capital(as.get().text())))));
        });
    }

    private Optional<Transform> namespace(Written at, Node node) {
        if (node instanceof ScalarNode scalar && !YamlValue.isNull(scalar)) {
            Written field = problems.written(scalar);
            return Optional.of(namespace(at, field, Optional.empty(), Optional.empty()));
        }
        return maps.of(at, node, "field", "query", "mutation")
                .flatMap(map -> maps.required(at, map, "field")
                        .map(field -> namespace(at, field, map.written("query"), map.written("mutation"))));
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
