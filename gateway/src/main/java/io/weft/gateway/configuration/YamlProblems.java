package io.weft.gateway.configuration;

import io.weft.gateway.stitching.Place;
import io.weft.gateway.transform.Written;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Collects what is wrong with a YAML file, each with its line. */
final class YamlProblems {

    private final String file;
    private final List<String> problems = new ArrayList<>();

    /** @param file its name, for messages */
    YamlProblems(String file) {
        this.file = file;
    }

    void add(Node at, String what) {
        problems.add(file + ":" + line(at) + ": " + what);
    }

    void add(Written at, String what) {
        problems.add(at.place() + ": " + what);
    }

    /** Where no line is known. */
    void add(String what) {
        problems.add(file + ": " + what);
    }

    /** What says already where it is. */
    void addPlaced(String problem) {
        problems.add(problem);
    }

    Place place(Node node) {
        return new Place(file, line(node));
    }

    Written written(ScalarNode node) {
        return new Written(node.getValue(), file, line(node));
    }

    List<String> all() {
        return List.copyOf(problems);
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
