package io.weft.gateway.configuration;

import io.weft.gateway.stitching.LocalField;
import io.weft.gateway.stitching.LocalFields;
import io.weft.gateway.stitching.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code typeDefs} and {@code resolvers}: what graphql-tools calls the same, but declared and not coded. */
final class ReadLocalFields {

    private ReadLocalFields() {}

    static LocalFields read(YamlMap configuration) {
        Map<String, LocalField> resolvers = new LinkedHashMap<>();
        configuration
                .map("resolvers", "resolvers")
                .ifPresent(said -> said.keys()
                        .forEach(field -> said.map(field, "the resolver of " + field)
                                .flatMap(resolver -> resolver(field, said.at(field), resolver))
                                .ifPresent(read -> resolvers.put(field, read))));
        return new LocalFields(
                before(configuration), configuration.text("typeDefs").orElse(""), resolvers);
    }

    /** A text that is written as a block begins on the line below its key. */
    private static Place before(YamlMap configuration) {
        Optional<Node> text = configuration.node("typeDefs");
        Place key = configuration.at("typeDefs");
        boolean isBlock = text.filter(node -> node instanceof ScalarNode scalar
                        && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                                || scalar.getScalarStyle() == ScalarStyle.FOLDED))
                .isPresent();
        return isBlock ? key : new Place(key.file(), Math.max(0, key.line() - 1));
    }

    private static Optional<LocalField> resolver(String field, Place at, YamlMap said) {
        said.only("constant", "selectionSet", "key");
        boolean isConstant = said.keys().contains("constant");
        Optional<String> key = said.text("key");
        if (isConstant == key.isPresent()) {
            said.problem(
                    isConstant ? "key" : "constant",
                    "the resolver of " + field + " needs "
                            + (isConstant ? "constant or key, not both" : "a constant, or the key of an object"));
            return Optional.empty();
        }
        if (isConstant) {
            if (said.keys().contains("selectionSet")) {
                said.problem("selectionSet", "the resolver of " + field + " is a constant, which is made of nothing");
            }
            return Optional.of(new LocalField.Constant(at, said.value("constant")));
        }
        return Optional.of(new LocalField.Link(at, said.text("selectionSet"), key.orElseThrow()));
    }
}
