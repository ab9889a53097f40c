package io.weft.gateway.application;

import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.reload.ConfigurationWatch.Result;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A manifest, in YAML or JSON, becomes the graphs of a process, or all that is wrong with it, each with its line. It is
 * a map from names to graphs, or a list of graphs that have a {@code name}. A graph is the name of a file (a supergraph
 * SDL, or a configuration where it ends with .yaml, .yml or .json), or a map with {@code supergraph} or {@code config}.
 */
final class ReadManifest {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";
    private static final Set<String> RESERVED = Set.of("actuator");
    private static final Set<String> KEYS = Set.of("name", "supergraph", "config", "introspection", "subgraph-urls");

    private final Path file;
    private final Path folder;
    private final ReadSettings settings;
    private final Map<String, GraphOrigin> graphs = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ReadManifest(Path file, ReadSettings settings) {
        this.file = file;
        Path parent = file.toAbsolutePath().getParent();
        this.folder = parent == null ? Path.of("/") : parent;
        this.settings = settings;
    }

    static Result<Map<String, GraphOrigin>> read(Path file, ReadSettings settings) {
        return new ReadManifest(file, settings).read();
    }

    private Result<Map<String, GraphOrigin>> read() {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(Files.readString(file)));
            switch (root) {
                case null -> {}
                case MappingNode map ->
                    map.getValue().forEach(entry -> entry(entry.getKeyNode(), text(entry.getKeyNode()), entry));
                case SequenceNode list -> list.getValue().forEach(this::listed);
                case Node other -> problem(other, "a manifest is a map from names to graphs, or a list of graphs");
            }
        } catch (MarkedYAMLException invalid) {
            problems.add(file
                    + (invalid.getProblemMark() == null
                            ? ""
                            : ":" + (invalid.getProblemMark().getLine() + 1))
                    + ": this is neither YAML nor JSON: " + invalid.getProblem());
        } catch (YAMLException invalid) {
            problems.add(file + ": this is neither YAML nor JSON: " + invalid.getMessage());
        } catch (IOException unreadable) {
            problems.add("the manifest " + file.toAbsolutePath() + " cannot be read: " + unreadable);
        }
        return problems.isEmpty() ? new Result.Read<>(graphs) : new Result.Refused<>(problems);
    }

    private void listed(Node node) {
        if (node instanceof MappingNode map && scalar(map, "name") instanceof String name) {
            graph(node, name, map);
        } else {
            problem(node, "a graph in a list is a map with a name");
        }
    }

    private void entry(Node at, @Nullable String name, NodeTuple entry) {
        if (name == null) {
            problem(at, "a graph's name is text");
        } else if (entry.getValueNode() instanceof ScalarNode value) {
            put(at, name, ofFile(at, value.getValue(), Map.of()));
        } else {
            graph(at, name, entry.getValueNode());
        }
    }

    private void graph(Node at, String name, Node node) {
        if (!(node instanceof MappingNode map)) {
            problem(at, "the graph '" + name + "' is a file's name, or a map with supergraph or config");
            return;
        }
        for (NodeTuple member : map.getValue()) {
            if (!KEYS.contains(String.valueOf(text(member.getKeyNode())))) {
                problem(
                        member.getKeyNode(),
                        "there is no setting '" + text(member.getKeyNode())
                                + "' here"
                                + NearestName.suggestion(String.valueOf(text(member.getKeyNode())), KEYS)
                                + "; more settings can stand in a configuration file (config)");
            }
        }
        String supergraph = scalar(map, "supergraph");
        String config = scalar(map, "config");
        if ((supergraph == null) == (config == null)) {
            problem(at, "the graph '" + name + "' has to have either supergraph or config");
        } else if (supergraph != null) {
            put(at, name, supergraph(at, supergraph, more(map)));
        } else if (config != null && (member(map, "introspection") != null || member(map, "subgraph-urls") != null)) {
            problem(
                    at,
                    "introspection and subgraph-urls of the graph '" + name + "' are said in its configuration ("
                            + config + "), not here");
        } else if (config != null) {
            put(at, name, Optional.of(new GraphOrigin.ConfigurationFile(folder.resolve(config))));
        }
    }

    private void put(Node at, String name, Optional<GraphOrigin> origin) {
        if (!name.matches(NAME) || RESERVED.contains(name)) {
            problem(
                    at,
                    "'" + name + "' cannot be a graph's name: it stands in the URL, so it has 1 to 63 letters,"
                            + " digits, dots, dashes and underscores, begins with a letter or digit and is none of "
                            + RESERVED);
        } else if (origin.isPresent() && graphs.put(name, origin.get()) != null) {
            problem(at, "two graphs are called '" + name + "'");
        }
    }

    private Optional<GraphOrigin> ofFile(Node at, String name, Map<String, Object> more) {
        return name.matches(".*\\.(ya?ml|json)")
                ? Optional.of(new GraphOrigin.ConfigurationFile(folder.resolve(name)))
                : supergraph(at, name, more);
    }

    private Optional<GraphOrigin> supergraph(Node at, String name, Map<String, Object> more) {
        Map<String, Object> own = new LinkedHashMap<>(more);
        own.put("weft.gateway.supergraph", name);
        return switch (settings.fromMap(file + ":" + line(at), own)) {
            case Result.Read<GraphSettings>(GraphSettings read) -> Optional.of(new GraphOrigin.Settings(read, folder));
            case Result.Refused<GraphSettings>(List<String> wrong) -> {
                problems.addAll(wrong);
                yield Optional.empty();
            }
        };
    }

    private static Map<String, Object> more(MappingNode map) {
        Map<String, Object> more = new LinkedHashMap<>();
        String introspection = scalar(map, "introspection");
        if (introspection != null) {
            more.put("weft.gateway.introspection", introspection);
        }
        if (member(map, "subgraph-urls") instanceof MappingNode urls) {
            urls.getValue()
                    .forEach(url -> more.put(
                            "weft.gateway.subgraph-urls[" + text(url.getKeyNode()) + "]",
                            String.valueOf(text(url.getValueNode()))));
        }
        return more;
    }

    private static @Nullable Node member(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(member -> key.equals(text(member.getKeyNode())))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String scalar(MappingNode map, String key) {
        return text(member(map, key));
    }

    private static @Nullable String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private void problem(Node at, String what) {
        problems.add(file + ":" + line(at) + ": " + what);
    }
}
