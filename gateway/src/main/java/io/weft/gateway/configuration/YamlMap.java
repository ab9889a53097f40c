package io.weft.gateway.configuration;

import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.stitching.Place;
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
import org.yaml.snakeyaml.nodes.Tag;

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
        } else if (!isNull(node)) {
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
                .filter(value -> !isNull(value));
    }

    Optional<YamlMap> map(String key, String called) {
        return node(key).map(value -> new YamlMap(called, value, problems));
    }

    boolean isMap(String key) {
        return node(key).filter(MappingNode.class::isInstance).isPresent();
    }

    Optional<String> text(String key) {
        return node(key).flatMap(value -> text(key, value));
    }

    private Optional<String> text(String key, Node value) {
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
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
        Optional<Node> value = node(key);
        if (value.isPresent() && value.get() instanceof SequenceNode list) {
            List<String> texts = new ArrayList<>();
            list.getValue().forEach(element -> text(key, element).ifPresent(texts::add));
            return texts;
        }
        return text(key).map(List::of).orElse(List.of());
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
        return member == null ? null : value(member.getValueNode());
    }

    private static @Nullable Object value(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode list -> {
                List<@Nullable Object> values = new ArrayList<>();
                list.getValue().forEach(element -> values.add(value(element)));
                yield values;
            }
            case MappingNode map -> {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                map.getValue()
                        .forEach(member ->
                                values.put(String.valueOf(value(member.getKeyNode())), value(member.getValueNode())));
                yield values;
            }
            default -> node.toString();
        };
    }

    private static @Nullable Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag == Tag.NULL) {
            return null;
        }
        if (tag == Tag.BOOL) {
            return Boolean.valueOf(text);
        }
        try {
            if (tag == Tag.INT) {
                long number = Long.parseLong(text);
                return number == (int) number ? (Object) (int) number : (Object) number;
            }
            return tag == Tag.FLOAT ? (Object) Double.valueOf(text) : text;
        } catch (NumberFormatException notDecimal) {
            return text; // 0x10, 1_000: numbers to YAML, but to nobody who writes GraphQL
        }
    }

    void problem(String key, String message) {
        NodeTuple member = members.get(key);
        problems.add(member == null ? node : member.getKeyNode(), message);
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }
}
