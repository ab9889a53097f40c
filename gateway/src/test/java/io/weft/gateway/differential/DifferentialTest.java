package io.weft.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random supergraphs, random operations: the gateway's answer must be the monolith's, and no subgraph may be asked what
 * it does not answer. Half of the gateways start from their subgraphs, half from the supergraph that composing wrote; in
 * three of four, some objects are found by root fields instead of {@code _entities}, in requests of few keys.
 *
 * <p>{@code -Dweft.differential.supergraphs=N} runs more, {@code -Dweft.differential.from=S} others,
 * {@code -Dweft.differential.seed=S} one supergraph alone. What fails is made as small as it can be and written to
 * {@code target/differential}: a report, and a scenario folder. {@code -Dweft.differential.keep=FOLDER} writes what passes as
 * scenario folders too, for other gateways ({@code peers/execution}), and what is refused to {@code FOLDER/refused}.
 * {@code -Dweft.differential.composed=FOLDER} starts from {@code FOLDER/seed-N/NAME.graphqls} where
 * {@code -Dweft.differential.composition=NAME} has composed it.
 */
class DifferentialTest {

    private static final int OPERATIONS_PER_SUPERGRAPH = 12;
    private static final Optional<Path> KEPT =
            Optional.ofNullable(System.getProperty("weft.differential.keep")).map(Path::of);

    /** What came of one random supergraph. */
    private sealed interface Trial {
        /** The random cut left something out of reach, and composition said so. */
        record Unsatisfiable() implements Trial {}

        record Passed(int operations) implements Trial {}

        record Failed(String report) implements Trial {}
    }

    @Test
    void any_cut_of_a_monolith_answers_as_the_monolith_does() {
        Optional<Long> one = Optional.ofNullable(Long.getLong("weft.differential.seed"));
        long first = one.orElse(Long.getLong("weft.differential.from", 0));
        long supergraphs = one.isPresent() ? 1 : Long.getLong("weft.differential.supergraphs", 400);
        int operations = 0;
        int unsatisfiable = 0;
        Map<String, String> failures = new LinkedHashMap<>();
        for (long seed = first; seed < first + supergraphs; seed++) {
            switch (attempt(seed)) {
                case Trial.Unsatisfiable() -> unsatisfiable++;
                case Trial.Passed(int passed) -> operations += passed;
                case Trial.Failed(String report) -> {
                    failures.put("seed " + seed, report);
                    write(seed, report);
                }
            }
        }
        System.out.printf(
                "differential: %d operations on %d supergraphs, %d cuts refused as unsatisfiable, %d failures%n",
                operations, supergraphs - unsatisfiable, unsatisfiable, failures.size());
        assertThat(failures)
                .as(() -> failures.size() + " of " + supergraphs + " supergraphs differ; the first:\n"
                        + failures.values().iterator().next())
                .isEmpty();
        if (one.isEmpty()) {
            assertThat(unsatisfiable)
                    .as("cuts with something out of reach")
                    .isLessThanOrEqualTo((int) supergraphs * 3 / 4);
            assertThat(operations)
                    .as("operations that are valid, and so were compared")
                    .isGreaterThan((int) (supergraphs - unsatisfiable) * OPERATIONS_PER_SUPERGRAPH * 9 / 10);
        }
    }

    private static void write(long seed, String report) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "differential"));
            Files.writeString(folder.resolve("seed-" + seed + ".txt"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Trial attempt(long seed) {
        Random random = new Random(seed);
        World world = World.random(random);
        Cut cut = Cut.random(world, random);
        try {
            return attempt(seed, world, cut, random);
        } catch (RuntimeException thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            return new Trial.Failed("seed " + seed + " throws " + trace + CutGateway.sdls(world, cut));
        }
    }

    private static Trial attempt(long seed, World world, Cut cut, Random random) {
        return switch (CutGateway.start(world, cut, seed)) {
            case CutGateway.Start.Unsatisfiable() -> {
                KEPT.ifPresent(
                        folder -> WriteScenario.write(world, cut, List.of(), folder.resolve("refused/seed-" + seed)));
                yield new Trial.Unsatisfiable();
            }
            case CutGateway.Start.Refused(String why) ->
                new Trial.Failed("seed " + seed + " does not compose:\n" + why + "\n" + CutGateway.sdls(world, cut));
            case CutGateway.Start.Started(CutGateway gateway) -> operations(seed, world, cut, gateway, random);
        };
    }

    private static Trial operations(long seed, World world, Cut cut, CutGateway gateway, Random random) {
        List<RandomOperation> asked = new ArrayList<>();
        for (int i = 0; i < OPERATIONS_PER_SUPERGRAPH; i++) {
            RandomOperation operation = RandomOperation.random(gateway.apiSchema(), random);
            for (int attempt = 0; attempt < 5 && !gateway.isValid(operation); attempt++) {
                operation = RandomOperation.random(gateway.apiSchema(), random);
            }
            if (gateway.isValid(operation)) {
                asked.add(operation);
            }
            if (gateway.difference(operation).isPresent()) {
                Shrink.Smallest smallest = Shrink.shrink(world, cut, gateway, operation, seed);
                smallest.writeScenario(world, Path.of("target", "differential", "seed-" + seed));
                return new Trial.Failed("seed " + seed + "\n" + smallest.report(world));
            }
        }
        KEPT.ifPresent(folder -> WriteScenario.write(world, cut, asked, folder.resolve("seed-" + seed)));
        return new Trial.Passed(asked.size());
    }
}
