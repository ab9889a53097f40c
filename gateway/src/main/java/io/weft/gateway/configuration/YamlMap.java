package io.weft.gateway.configuration;

import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.stitching.Place;
import io.weft.gateway.transform.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A map of a YAML file, asked for what it should have; what is otherwise is told with its line. */
final class YamlMap {

    private final String what;
    private final Node node;
    private final Map<String, NodeTuple> members = new LinkedHashMap<>();
    private final YamlProblems problems;

    /** @param what what it is, for messages: {@code "the merge configuration of User"} */
    YamlMap(String what, Node node, YamlProblems problems) {
        this.what = what;
        this.node = node;
        this.problems = problems;
        if (node instanceof MappingNode map) {
            for (NodeTuple member : map.getValue()) {
                if (member.getKeyNode() instanceof ScalarNode key) {
                    members.put(key.getValue(), member);
                } else {
                    problems.add(member.getKeyNode(), "a key of " + what + " is not a name");
                }
            }
        } else if (!YamlValue.isNull(node)) {
            problems.add(node, what + " is a map");
        }
    }

    /** Refuses all other keys. */
    YamlMap only(String... known) {
        Set<String> names = Set.of(known);
        members.forEach((key, member) -> {
            if (!names.contains(key)) {
                problems.add(
                        member.getKeyNode(),
                        what + " has no '" + key + "'" + NearestName.suggestion(key, new TreeSet<>(names)));
            }
        });
        return this;
    }

    Set<String> keys() {
        return members.keySet();
    }

    Place at() {
        return problems.place(node);
    }

    /** Where the key stands. */
    Place at(String key) {
        NodeTuple member = members.get(key);
        return member == null ? at() : problems.place(member.getKeyNode());
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(members.get(key))
                .map(NodeTuple::getValueNode)
                .filter(value -> !YamlValue.isNull(value));
    }

    Optional<YamlMap> map(String key, String called) {
        return node(key).map(value -> new YamlMap(called, value, problems));
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    boolean isMap(String key) {
        return node(key).filter(MappingNode.class::isInstance).isPresent();
    }

    Optional<String> text(String key) {
        return node(key).flatMap(value -> text(key, value));
    }

    private Optional<String> text(String key, Node value) {
        return written(key, value).map(Written::text);
    }

    /** A text with its place. */
    Optional<Written> written(String key) {
        return node(key).flatMap(value -> written(key, value));
    }

    private Optional<Written> written(String key, Node value) {
        if (value instanceof ScalarNode scalar && !YamlValue.isNull(scalar)) {
            return Optional.of(problems.written(scalar));
        }
        problems.add(value, "'" + key + "' of " + what + " is text");
        return Optional.empty();
    }

    /** A number from one. */
    Optional<Integer> count(String key) {
        Optional<String> said = text(key);
        boolean isCount =
                said.filter(number -> !number.matches("[1-9][0-9]{0,8}")).isEmpty();
        if (!isCount) {
            problem(key, "'" + key + "' of " + what + " is a number from 1");
        }
        return isCount ? said.map(Integer::valueOf) : Optional.empty();
    }

    /** One of these words. */
    <T> Optional<T> oneOf(String key, Map<String, T> words) {
        Optional<String> said = text(key);
        said.filter(word -> !words.containsKey(word))
                .ifPresent(word -> problem(
                        key,
                        "'" + key + "' of " + what + " is '" + word + "': it is one of "
                                + String.join(", ", new TreeSet<>(words.keySet()))
                                + NearestName.suggestion(word, words.keySet())));
        return said.map(words::get);
    }

    /** One text, or a list of them. */
    List<String> texts(String key) {
        return allWritten(key).stream().map(Written::text).toList();
    }

    /** One text, or a list of them, each with its place. */
    List<Written> allWritten(String key) {
        Optional<Node> value = node(key);
        if (value.isPresent() && value.get() instanceof SequenceNode list) {
            List<Written> texts = new ArrayList<>();
            list.getValue().forEach(element -> written(key, element).ifPresent(texts::add));
            return texts;
        }
        return written(key).map(List::of).orElse(List.of());
    }

    /** Off where it is not there. */
    boolean isOn(String key) {
        Optional<String> text = text(key);
        if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
            problems.add(node(key).orElse(node), "'" + key + "' of " + what + " is true or false");
        }
        return text.filter("true"::equals).isPresent();
    }

    /** The maps of a list. */
    List<YamlMap> maps(String key, String called) {
        Optional<Node> value = node(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode list) {
            return list.getValue().stream()
                    .map(element -> new YamlMap(called, element, problems))
                    .toList();
        }
        problems.add(value.get(), "'" + key + "' of " + what + " is a list");
        return List.of();
    }

    /** A value of any kind: null, Boolean, Number, String, List or Map. */
    @Nullable Object value(String key) {
        NodeTuple member = members.get(key);
        return member == null ? null : YamlValue.of(member.getValueNode());
    }

    void problem(String key, String message) {
        NodeTuple member = members.get(key);
        problems.add(member == null ? node : member.getKeyNode(), message);
    }
}
