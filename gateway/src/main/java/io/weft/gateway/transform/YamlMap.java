package io.weft.gateway.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A map of a configuration, read with its places. What is wrong with it goes to {@link YamlProblems}. */
final class YamlMap {

    private final Written at;
    private final Map<String, Node> members = new LinkedHashMap<>();
    private final YamlProblems problems;

    /**
     * @param at      where the map stands, with what it is called as text
     * @param allowed the keys it may have; empty: any
     */
    YamlMap(Written at, MappingNode map, List<String> allowed, YamlProblems problems) {
        this.at = at;
        this.problems = problems;
        for (NodeTuple member : map.getValue()) {
            Node key = member.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                problems.add(problems.written(key, ""), "a key of " + at + " is not text");
            } else if (!allowed.isEmpty() && !allowed.contains(scalar.getValue())) {
                problems.unknown(problems.written(key, scalar.getValue()), "setting of " + at, allowed);
            } else {
                members.put(scalar.getValue(), member.getValueNode());
            }
        }
    }

    Map<String, Node> members() {
        return members;
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    /** The text under a key; reported where it is missing. */
    Optional<Written> required(String key) {
        Optional<Written> text = text(key);
        if (text.isEmpty() && !members.containsKey(key)) {
            problems.add(at, at + " needs " + key);
        }
        return text;
    }

    Optional<Written> text(String key) {
        return switch (members.get(key)) {
            case null -> Optional.empty();
            case ScalarNode scalar when scalar.getTag() != Tag.NULL -> Optional.of(problems.written(scalar));
            case Node other -> {
                problems.add(problems.written(other, key), key + " of " + at + " has to be text");
                yield Optional.empty();
            }
        };
    }

    boolean isTrue(String key) {
        Node node = members.get(key);
        if (node instanceof ScalarNode scalar && scalar.getTag() == Tag.BOOL) {
            return Boolean.parseBoolean(scalar.getValue());
        }
        if (node != null) {
            problems.add(problems.written(node, key), key + " of " + at + " has to be true or false");
        }
        return false;
    }

    /** The texts of a list, or of a single text; empty where the key is missing. */
    List<Written> texts(String key) {
        Node node = members.get(key);
        return node == null ? List.of() : texts(node, key + " of " + at, problems);
    }

    static List<Written> texts(Node node, String what, YamlProblems problems) {
        if (node instanceof ScalarNode scalar && scalar.getTag() != Tag.NULL) {
            return List.of(problems.written(scalar));
        }
        List<Written> texts = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node element : list.getValue()) {
                if (element instanceof ScalarNode scalar && scalar.getTag() != Tag.NULL) {
                    texts.add(problems.written(scalar));
                } else {
                    problems.add(problems.written(element, ""), what + " has to be a list of names");
                }
            }
        } else {
            problems.add(problems.written(node, ""), what + " has to be a list of names");
        }
        return texts;
    }

    /** A value of any kind: null, Boolean, Number, String, List or Map. */
    static @Nullable Object value(Node node) {
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
}
