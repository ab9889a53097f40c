package io.weft.gateway.transform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Collects what is wrong with a configuration file, each with its line. */
final class YamlProblems {

    private final String file;
    private final List<String> problems = new ArrayList<>();

    YamlProblems(String file) {
        this.file = file;
    }

    List<String> all() {
        return List.copyOf(problems);
    }

    Written written(ScalarNode node) {
        return written(node, node.getValue());
    }

    Written written(Node node, String text) {
        return new Written(text, file, node.getStartMark().getLine() + 1);
    }

    void add(Written at, String message) {
        problems.add(at.place() + ": " + message);
    }

    void unknown(Written name, String kind, Collection<String> known) {
        add(
                name,
                "there is no " + kind + " called '" + name + "'"
                        + SimilarName.among(known, name.text())
                                .map(similar -> "; did you mean " + similar + "?")
                                .orElse("; there are " + String.join(", ", known)));
    }
}
