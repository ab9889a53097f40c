package io.weft.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaPrinter;
import io.weft.gateway.supergraph.Supergraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A supergraph that was printed and read again plans as it did before. */
class CompositionRoundTripTest {

    @TestFactory
    Stream<DynamicTest> everyComposedCaseReadsBackFromItsSupergraphSdl() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/composition"))) {
            List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
            return cases.stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        if (new Composer().compose(CompositionScenariosTest.sources(folder))
                instanceof CompositionResult.Composed composed) {
            CompositionResult read = new ReadSupergraph().read(composed.supergraphSdl());
            assertThat(read).isInstanceOfSatisfying(CompositionResult.Composed.class, again -> {
                Supergraph before = composed.supergraph();
                Supergraph after = again.supergraph();
                assertThat(print(after)).isEqualTo(print(before));
                assertThat(after.lookups()).containsExactlyInAnyOrderElementsOf(before.lookups());
                assertThat(after.subgraphs())
                        .extracting(subgraph -> subgraph.name().value())
                        .containsExactlyElementsOf(before.subgraphs().stream()
                                .map(subgraph -> subgraph.name().value())
                                .toList());
            });
        }
    }

    private static String print(Supergraph supergraph) {
        return new SchemaPrinter().print(supergraph.apiSchema());
    }
}
