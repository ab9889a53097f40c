package io.weft.gateway.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What a node of a YAML file says, where a value of any kind may stand. */
final class YamlValue {

    private YamlValue() {}

    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    /** Null, Boolean, Number, String, List or Map. */
    static @Nullable Object of(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode list -> {
                List<@Nullable Object> values = new ArrayList<>();
                list.getValue().forEach(element -> values.add(of(element)));
                yield values;
            }
            case MappingNode map -> {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                map.getValue()
                        .forEach(member ->
                                values.put(String.valueOf(of(member.getKeyNode())), of(member.getValueNode())));
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
