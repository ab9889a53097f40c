package io.weft.gateway.scenarios;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder as {@code scenarios/README.md} describes it. */
record Scenario(Path folder, Map<String, String> subgraphs, Map<String, String> supergraphs, JsonNode data) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Supergraphs that other compositions have written, by scenario. */
    private static final Path OTHERS =
            Path.of(System.getProperty("scenarios.supergraphs", "src/test/resources/supergraphs"));

    static List<Scenario> all(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            List<Scenario> scenarios = new ArrayList<>();
            for (Path folder : folders.sorted().toList()) {
                boolean asked = folder.getFileName().toString().startsWith(io.weft.gateway.planning.Scenario.ONLY);
                if (asked && Files.exists(folder.resolve("data.json"))) {
                    scenarios.add(read(folder));
                }
            }
            return scenarios;
        }
    }

    private static Scenario read(Path folder) throws IOException {
        Map<String, String> subgraphs = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("subgraphs"))) {
            for (Path file : files.sorted().toList()) {
                subgraphs.put(file.getFileName().toString().replace(".graphqls", ""), Files.readString(file));
            }
        }
        Map<String, String> supergraphs = new LinkedHashMap<>();
        supergraphs(folder, supergraphs);
        supergraphs(OTHERS.resolve(folder.getFileName()), supergraphs);
        return new Scenario(
                folder, subgraphs, supergraphs, JSON.readTree(Files.readString(folder.resolve("data.json"))));
    }

    private static void supergraphs(Path folder, Map<String, String> into) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (file.getFileName().toString().endsWith(".graphqls")) {
                        into.put(file.getFileName().toString(), Files.readString(file));
                    }
                }
            }
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    List<SubgraphSource> sources(Function<String, URI> urls) {
        return subgraphs.entrySet().stream()
                .map(entry -> new SubgraphSource(
                        new SubgraphName(entry.getKey()),
                        urls.apply(entry.getKey()),
                        entry.getValue(),
                        io.weft.gateway.planning.Scenario.dialect(folder, entry.getKey()),
                        io.weft.gateway.planning.Scenario.settings(folder).transforms(entry.getKey())))
                .toList();
    }

    Composer composer() {
        return new Composer(io.weft.gateway.planning.Scenario.settings(folder).graph());
    }

    List<String> queries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".graphql"))
                    .map(name -> name.replace(".graphql", ""))
                    .sorted()
                    .toList();
        }
    }

    String document(String query) throws IOException {
        return Files.readString(folder.resolve(query + ".graphql"));
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> variables(String query) throws IOException {
        Path file = folder.resolve(query + ".variables.json");
        return Files.exists(file) ? JSON.readValue(Files.readString(file), Map.class) : Map.of();
    }

    /** Whether it has services that know nothing of federation: a supergraph's SDL has no words for how these are asked. */
    boolean isStitched() {
        return Files.exists(folder.resolve(io.weft.gateway.planning.Scenario.STITCHING));
    }

    /** Whether one server that knows everything would answer the same: only data that are the same for everybody. */
    boolean hasMonolith() {
        String text = data.toString();
        boolean isOfOneServer =
                Stream.of("$subgraphs", "$error", "$from", "$fails", "\"but\"").noneMatch(text::contains);
        return isOfOneServer && subgraphs.values().stream().noneMatch(sdl -> sdl.contains("@fromContext"));
    }
}
