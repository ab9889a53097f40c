package io.weft.gateway.configuration;

import io.weft.gateway.transform.ElementKind;
import io.weft.gateway.transform.Transform;
import io.weft.gateway.transform.Transform.Affix;
import io.weft.gateway.transform.Transform.Rename;
import io.weft.gateway.transform.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the transforms that say which elements there are and what they are called: renames, prefixes and suffixes, filters. */
final class ReadNameTransforms {

    private final YamlProblems problems;
    private final TransformMaps maps;

    ReadNameTransforms(YamlProblems problems, TransformMaps maps) {
        this.problems = problems;
        this.maps = maps;
    }

    Optional<Transform> renames(Written at, ElementKind kind, Node node) {
        Optional<MappingNode> map = maps.notEmpty(at, node);
        if (map.isEmpty()) {
            return Optional.empty();
        }
        List<Rename> renames = new ArrayList<>();
        for (NodeTuple entry : map.get().getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode from
                    && entry.getValueNode() instanceof ScalarNode to
                    && !YamlValue.isNull(to)) {
                Written coordinate = problems.written(from);
                if (isCoordinate(coordinate, kind)) {
                    renames.add(new Rename(coordinate, problems.written(to)));
                }
            } else {
                problems.add(entry.getKeyNode(), at + " leads from names to names");
            }
        }
        return Optional.of(new Transform.RenameElements(at, kind, renames));
    }

    Optional<Transform> affixTypes(Written at, String which, Node node) {
        if (node instanceof ScalarNode text) {
            return Optional.of(new Transform.AffixTypes(
                    at, affix(which, text.getValue()), List.of(), Transform.AffixTypes.Affected.ALL_BUT_SCALARS));
        }
        return maps.of(at, node, which, "except", "scalars")
                .flatMap(map -> maps.required(at, map, which)
                        .map(text -> new Transform.AffixTypes(
                                at,
                                affix(which, text.text()),
                                patterns(map, "except", ElementKind.TYPE),
                                map.isOn("scalars")
                                        ? Transform.AffixTypes.Affected.ALL
                                        : Transform.AffixTypes.Affected.ALL_BUT_SCALARS)));
    }

    Optional<Transform> affixFields(Written at, String which, Node node) {
        return maps.of(at, node, which, "types", "except").flatMap(map -> {
            if (!map.has("types")) {
                problems.add(at, at + " needs types, patterns of the types whose fields are meant");
            }
            return maps.required(at, map, which)
                    .map(text -> new Transform.AffixFields(
                            at,
                            affix(which, text.text()),
                            patterns(map, "types", ElementKind.TYPE),
                            patterns(map, "except", ElementKind.FIELD)));
        });
    }

    Optional<Transform> affixRootFields(Written at, String which, Node node) {
        if (node instanceof ScalarNode text) {
            return Optional.of(new Transform.AffixFields(at, affix(which, text.getValue()), List.of(), List.of()));
        }
        return maps.of(at, node, which, "except")
                .flatMap(map -> maps.required(at, map, which)
                        .map(text -> new Transform.AffixFields(
                                at, affix(which, text.text()), List.of(), patterns(map, "except", ElementKind.FIELD))));
    }

    private static Affix affix(String which, String text) {
        return which.equals("prefix") ? new Affix(text, "") : new Affix("", text);
    }

    Optional<Transform> filter(Written at, ElementKind kind, Node node) {
        return maps.of(at, node, "include", "exclude")
                .map(map ->
                        new Transform.Filter(at, kind, patterns(map, "include", kind), patterns(map, "exclude", kind)));
    }

    private List<Written> patterns(YamlMap map, String key, ElementKind kind) {
        return map.allWritten(key).stream()
                .filter(pattern -> isCoordinate(pattern, kind))
                .toList();
    }

    /** Whether it names such an element; said otherwise. */
    boolean isCoordinate(Written written, ElementKind kind) {
        String[] names = written.text().split("\\.", -1);
        boolean is = names.length == kind.names() && Arrays.stream(names).noneMatch(String::isEmpty);
        if (!is) {
            problems.add(written, "'" + written + "' does not name " + article(kind) + "; write " + kind.form());
        }
        return is;
    }

    private static String article(ElementKind kind) {
        return ("aeiou".indexOf(kind.title().charAt(0)) >= 0 ? "an " : "a ") + kind.title();
    }
}
