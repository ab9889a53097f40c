package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaPrinter;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.problem.Hint;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.reload.ConfigurationWatch.Result;
import io.weft.gateway.reload.GraphSource;
import io.weft.gateway.reload.SchemaSource;
import io.weft.gateway.supergraph.Lookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of {@code src/test/resources/stitching} is a case: services that know nothing of federation, and a
 * {@code gateway.yaml}. {@code -Dweft.goldens=rewrite} writes what is expected from what came out: read the difference
 * before committing it.
 */
class StitchingScenariosTest {

    static final Path CASES = Path.of(System.getProperty("weft.stitching.cases", "src/test/resources/stitching"));
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("weft.goldens"));
    private static final Set<String> GOLDENS = Set.of("api.graphqls", "lookups.txt", "hints.txt", "errors.txt");

    @TestFactory
    Stream<DynamicTest> everyCaseComposesAsWritten() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    @Test
    void everyCaseSaysWhatItIsAboutAndHoldsNothingElse() throws IOException {
        for (Path folder : folders()) {
            assertThat(folder.resolve("README.md")).isNotEmptyFile();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as("files of " + folder)
                        .allMatch(name -> GOLDENS.contains(name)
                                || Set.of("README.md", "gateway.yaml", "subgraphs")
                                        .contains(name));
            }
        }
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void check(Path folder) throws IOException {
        switch (compose(folder)) {
            case CompositionResult.Composed composed -> {
                golden(folder, "errors.txt", "");
                golden(
                        folder,
                        "api.graphqls",
                        new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false))
                                .print(composed.supergraph().apiSchema()));
                golden(
                        folder,
                        "lookups.txt",
                        lines(composed.supergraph().lookups().stream().map(StitchingScenariosTest::print)));
                golden(folder, "hints.txt", lines(composed.hints().stream().map(Hint::print)));
            }
            case CompositionResult.Refused refused -> {
                golden(folder, "errors.txt", lines(refused.errors().stream().map(CompositionError::print)));
                for (String file : List.of("api.graphqls", "lookups.txt", "hints.txt")) {
                    golden(folder, file, "");
                }
            }
        }
    }

    static CompositionResult compose(Path folder) throws IOException {
        Result<GraphSettings> settings = new ReadSettings(List.of()).fromFile(folder.resolve("gateway.yaml"));
        if (!(settings instanceof Result.Read<GraphSettings>(GraphSettings read))) {
            throw new AssertionError(settings);
        }
        List<SubgraphSource> sources = new ArrayList<>();
        GraphSource.Subgraphs subgraphs = (GraphSource.Subgraphs) read.source(folder);
        for (SchemaSource source : subgraphs.sources()) {
            String sdl = switch (source.origin()) {
                case SchemaSource.Origin.SdlFile(Path file) -> Files.readString(file);
                case SchemaSource.Origin.Inline(String text) -> text;
                default -> throw new AssertionError("a case brings its schemas along: " + source);
            };
            sources.add(source.with(sdl));
        }
        return new Composer(subgraphs.stitching()).compose(sources);
    }

    private static String print(Lookup lookup) {
        String by = lookup.subgraph() + ": " + lookup.type() + " by { "
                + lookup.key().selections().print() + " }";
        return switch (lookup) {
            case Lookup.Entities entities -> by + " as an entity";
            case Lookup.RootField root ->
                by + " through " + String.join(".", root.path()) + root.arguments() + " " + root.answer();
        };
    }

    private static String lines(Stream<String> lines) {
        String text = lines.collect(Collectors.joining("\n"));
        return text.isEmpty() ? "" : text + "\n";
    }

    /** An empty golden is no file. */
    private static void golden(Path folder, String name, String actual) throws IOException {
        Path file = folder.resolve(name);
        if (REWRITE) {
            if (actual.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, actual.replace(folder + "/", ""));
            }
            return;
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        assertThat(actual.replace(folder + "/", "")).as(file.toString()).isEqualTo(expected);
    }
}
