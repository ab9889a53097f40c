package io.weft.gateway.planning;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ReadSupergraph;
import io.weft.gateway.composition.subgraph.Dialect;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.configuration.ReadStitching;
import io.weft.gateway.configuration.StitchingSettings;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder under {@code scenarios}; its README there says what stands in one. */
public record Scenario(Path folder) {
    private static final Path ALL = Path.of("src/test/resources/scenarios");

    /** Only scenarios whose names begin so; all where it is not said. */
    public static final String ONLY = System.getProperty("scenarios.only", "");

    private static final String SDL = ".graphqls";
    private static final String QUERY = ".graphql";
    public static final String STITCHING = "stitching.yaml";

    public static List<Scenario> all() {
        return list(ALL)
                .filter(Files::isDirectory)
                .filter(folder -> folder.getFileName().toString().startsWith(ONLY))
                .map(Scenario::new)
                .toList();
    }

    public static boolean isRewriting() {
        return Boolean.getBoolean("scenarios.rewrite");
    }

    public String name() {
        return folder.getFileName().toString();
    }

    public List<SubgraphSource> subgraphs() {
        return list(folder.resolve("subgraphs"))
                .map(file -> {
                    String name = file.getFileName().toString().replace(SDL, "");
                    return new SubgraphSource(
                            new SubgraphName(name),
                            URI.create("http://" + name + ".test/graphql"),
                            read(file),
                            dialect(folder, name),
                            settings(folder).transforms(name));
                })
                .toList();
    }

    /** Stitched where {@code stitching.yaml} says something of the subgraph. */
    public static Dialect dialect(Path folder, String subgraph) {
        return Optional.ofNullable(settings(folder).services().get(subgraph))
                .<Dialect>map(Dialect.Stitched::new)
                .orElse(Dialect.FEDERATION);
    }

    /** What {@code stitching.yaml} says; nothing where there is none. */
    public static StitchingSettings settings(Path folder) {
        Path file = folder.resolve(STITCHING);
        if (!Files.exists(file)) {
            return StitchingSettings.NONE;
        }
        return switch (ReadStitching.read(STITCHING, read(file))) {
            case ReadStitching.Result.Read(StitchingSettings settings) -> settings;
            case ReadStitching.Result.Refused(List<String> problems) -> throw new AssertionError(problems);
        };
    }

    public Supergraph supergraph() {
        Path written = folder.resolve("supergraph.graphqls");
        CompositionResult result = Files.exists(written)
                ? new ReadSupergraph().read(read(written))
                : new Composer(settings(folder).graph()).compose(subgraphs());
        return switch (result) {
            case CompositionResult.Composed composed -> composed.supergraph();
            case CompositionResult.Refused refused ->
                throw new AssertionError(name() + " does not compose: "
                        + refused.errors().stream().map(error -> error.print()).toList());
        };
    }

    /** The names of its operations, without ending. */
    public List<String> queries() {
        return list(folder)
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(QUERY))
                .map(file -> file.substring(0, file.length() - QUERY.length()))
                .toList();
    }

    /** A file of an operation, by its ending: {@code .graphql}, {@code .plan.txt} and so on. */
    public Path file(String query, String ending) {
        return folder.resolve(query + ending);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a fixed order. */
    static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
