package io.weft.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.supergraph.Supergraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What other compositions made of a case ({@code peers/}, join v0.1 to v0.5) reads as the supergraph we compose. */
class CompositionPeersTest {

    @TestFactory
    Stream<DynamicTest> supergraphsOfOtherCompositionsReadAsOurs() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : CompositionScenariosTest.folders()) {
            Path peers = folder.resolve("peers");
            if (Files.isDirectory(peers)) {
                try (Stream<Path> files = Files.list(peers)) {
                    files.filter(file -> file.toString().endsWith(".graphqls"))
                            .sorted()
                            .forEach(file -> tests.add(DynamicTest.dynamicTest(
                                    folder.getFileName() + " by "
                                            + file.getFileName().toString().replace(".graphqls", ""),
                                    () -> check(folder, file))));
                }
            }
        }
        return tests.stream();
    }

    private static void check(Path folder, Path peer) throws IOException {
        CompositionResult read = new ReadSupergraph().read(Files.readString(peer));
        CompositionResult ours = new Composer().compose(CompositionScenariosTest.sources(folder));
        List<String> explained = explained(peer);
        assertThat(ours)
                .isInstanceOfSatisfying(
                        CompositionResult.Composed.class,
                        composed -> assertThat(read)
                                .isInstanceOfSatisfying(
                                        CompositionResult.Composed.class,
                                        theirs -> assertThat(differences(theirs.supergraph(), composed.supergraph()))
                                                .containsExactlyElementsOf(explained)));
    }

    /** Differences that {@code src/test/peers/README.md} explains. */
    private static List<String> explained(Path peer) throws IOException {
        Path file = Path.of(peer.toString().replace(".graphqls", ".differences.txt"));
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** What only they have with a plus, what only we have with a minus. */
    private static List<String> differences(Supergraph theirs, Supergraph ours) {
        List<String> more = new ArrayList<>(lines(theirs));
        more.removeAll(lines(ours));
        List<String> less = new ArrayList<>(lines(ours));
        less.removeAll(lines(theirs));
        return Stream.concat(more.stream().map("+ "::concat), less.stream().map("- "::concat))
                .toList();
    }

    private static List<String> lines(Supergraph supergraph) {
        return Stream.concat(
                        SupergraphLines.of(supergraph).lines(),
                        SupergraphLines.api(supergraph).lines())
                .toList();
    }
}
