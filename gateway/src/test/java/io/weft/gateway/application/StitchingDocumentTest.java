package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.Dialect;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.reload.ConfigurationWatch.Result;
import io.weft.gateway.stitching.StitchedService;
import io.weft.gateway.supergraph.SubgraphName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/stitching.md are what the gateway takes. */
class StitchingDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/stitching.md");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyConfigurationIsRead() throws IOException {
        return examples("yaml")
                .map(yaml -> DynamicTest.dynamicTest(firstLine(yaml), () -> {
                    Path file = folder.resolve("gateway.yaml");
                    Files.writeString(file, yaml.contains("subgraphs:") ? yaml : asSubgraph(yaml));

                    assertThat(new ReadSettings(List.of()).fromFile(file)).isInstanceOf(Result.Read.class);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everySchemaComposesWithAServiceThatHasItsKeys() throws IOException {
        SubgraphSource other = stitched("other", """
                type Query { some: [Product!]! }
                type Product { upc: ID! price: Int weight: Int }
                """);
        return examples("graphql")
                .map(sdl -> DynamicTest.dynamicTest(
                        firstLine(sdl),
                        () -> assertThat(new Composer().compose(List.of(other, stitched("documented", sdl))))
                                .isInstanceOf(CompositionResult.Composed.class)));
    }

    private static SubgraphSource stitched(String name, String sdl) {
        return new SubgraphSource(
                new SubgraphName(name),
                URI.create("http://" + name + "/"),
                sdl,
                new Dialect.Stitched(StitchedService.PLAIN));
    }

    /** An example may leave out what stands around it. */
    private static String asSubgraph(String yaml) {
        String whole = yaml.contains("name:") && yaml.startsWith("name") ? yaml : "name: a\nurl: http://a/\n" + yaml;
        return "subgraphs:\n  -\n" + whole.indent(4);
    }

    private static Stream<String> examples(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> found.group(1));
    }

    private static String firstLine(String text) {
        return text.strip().lines().limit(2).toList().toString();
    }
}
