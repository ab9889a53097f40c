package io.weft.gateway.configuration;

import io.weft.gateway.transform.Written;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What stands below a transform's name: a map that is not empty.
 *
 * @param problems where it is said that it is otherwise
 */
record TransformMaps(YamlProblems problems) {

    /** @param allowed the keys it may have */
    Optional<YamlMap> of(Written at, Node node, String... allowed) {
        return notEmpty(at, node, allowed).map(map -> new YamlMap(at.text(), map, problems).only(allowed));
    }

    Optional<MappingNode> notEmpty(Written at, Node node, String... allowed) {
        if (node instanceof MappingNode map && !map.getValue().isEmpty()) {
            return Optional.of(map);
        }
        problems.add(at, at + " has to be a map" + (allowed.length == 0 ? "" : " of " + String.join(", ", allowed)));
        return Optional.empty();
    }

    /** The text under a key; said where it is missing. */
    Optional<Written> required(Written at, YamlMap map, String key) {
        if (map.node(key).isEmpty()) {
            problems.add(at, at + " needs " + key);
        }
        return map.written(key);
    }
}
