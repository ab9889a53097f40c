package io.weft.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import io.weft.contracts.Principal;
import io.weft.gateway.Gateway;
import io.weft.gateway.GatewayRequest;
import io.weft.gateway.Graph;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionError;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ErrorCode;
import io.weft.gateway.composition.SubgraphSource;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.SubgraphHeaders;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.planning.plan.PlanPrinter;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random supergraphs, random operations: the gateway's answer must be the monolith's.
 *
 * <p>{@code -Dweft.differential.supergraphs=N} runs more, {@code -Dweft.differential.seed=S} one supergraph alone.
 */
class DifferentialTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int OPERATIONS_PER_SUPERGRAPH = 12;
    private static final SubgraphHeaders NO_HEADERS = new SubgraphHeaders() {
        @Override
        public Map<String, String> of(SubgraphName subgraph) {
            return Map.of();
        }

        @Override
        public Object caller() {
            return "somebody";
        }
    };

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
        long supergraphs = one.isPresent() ? 1 : Long.getLong("weft.differential.supergraphs", 300);
        int operations = 0;
        int unsatisfiable = 0;
        Map<String, String> failures = new LinkedHashMap<>();
        for (long i = 0; i < supergraphs; i++) {
            long seed = one.orElse(i);
            switch (attempt(seed)) {
                case Trial.Unsatisfiable() -> unsatisfiable++;
                case Trial.Passed(int passed) -> operations += passed;
                case Trial.Failed(String report) -> {
                    failures.put("seed " + seed, report);
                    write(seed, report);
                }
            }
        }
        assertThat(failures)
                .as(() -> failures.size() + " of " + supergraphs + " supergraphs differ; the first:\n"
                        + failures.values().iterator().next())
                .isEmpty();
        assertThat(unsatisfiable).as("cuts with something out of reach").isLessThanOrEqualTo((int) supergraphs * 3 / 4);
        assertThat(operations).isPositive();
        System.out.printf(
                "differential: %d operations on %d supergraphs, %d cuts refused as unsatisfiable%n",
                operations, supergraphs - unsatisfiable, unsatisfiable);
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
        List<SubgraphSource> sources = cut.parts().stream()
                .map(part -> new SubgraphSource(
                        new SubgraphName(part.name()), URI.create("http://" + part.name()), Cut.sdl(world, part)))
                .toList();
        switch (new Composer().compose(sources)) {
            case CompositionResult.Refused refused -> {
                boolean outOfReach =
                        refused.errors().stream().allMatch(error -> error.code() == ErrorCode.SATISFIABILITY_ERROR);
                return outOfReach
                        ? new Trial.Unsatisfiable()
                        : new Trial.Failed("seed " + seed + " does not compose:\n"
                                + String.join(
                                        "\n",
                                        refused.errors().stream()
                                                .map(CompositionError::print)
                                                .toList())
                                + sdls(sources));
            }
            case CompositionResult.Composed composed -> {
                return operations(seed, world, cut, sources, composed.supergraph(), random);
            }
        }
    }

    private static Trial operations(
            long seed, World world, Cut cut, List<SubgraphSource> sources, Supergraph supergraph, Random random) {
        GraphQLSchema api = supergraph.apiSchema();
        Monolith monolith = new Monolith(world, api);
        Gateway gateway = new Gateway(
                new Graph(supergraph, OperationLimits.DEFAULT, new Planner(supergraph)::plan, 1_000_000),
                new Executor(inMemory(world, cut)));
        int compared = 0;
        for (int i = 0; i < OPERATIONS_PER_SUPERGRAPH; i++) {
            RandomOperation operation = RandomOperation.random(api, random);
            Optional<String> difference = difference(api, monolith, gateway, operation);
            if (difference.isPresent()) {
                RandomOperation smallest = shrink(api, monolith, gateway, operation);
                return new Trial.Failed("seed " + seed + "\n" + smallest.document()
                        + difference(api, monolith, gateway, smallest).orElse("(no longer differs)")
                        + "\n" + plan(supergraph, smallest) + sdls(sources));
            }
            compared++;
        }
        return new Trial.Passed(compared);
    }

    private static RandomOperation shrink(
            GraphQLSchema api, Monolith monolith, Gateway gateway, RandomOperation operation) {
        for (RandomOperation smaller : operation.smaller()) {
            if (difference(api, monolith, gateway, smaller).isPresent()) {
                return shrink(api, monolith, gateway, smaller);
            }
        }
        return operation;
    }

    /** How the answers differ; empty where they do not, or where the operation is not valid. */
    private static Optional<String> difference(
            GraphQLSchema api, Monolith monolith, Gateway gateway, RandomOperation operation) {
        String document = operation.document();
        if (ParseAndValidate.parseAndValidate(
                        api, graphql.ExecutionInput.newExecutionInput(document).build())
                .isFailure()) {
            return Optional.empty();
        }
        ExecutionResult truth = monolith.execute(document, RandomOperation.VARIABLES);
        if (!truth.getErrors().isEmpty()) {
            throw new IllegalStateException("the monolith itself fails: " + truth.getErrors() + "\n" + document);
        }
        JsonNode expected = JSON.valueToTree(Map.of("data", truth.getData()));
        Map<String, Object> variables = new LinkedHashMap<>(RandomOperation.VARIABLES);
        JsonNode actual = JSON.readTree(gateway.execute(new GatewayRequest(
                        "test",
                        document,
                        Optional.empty(),
                        variables,
                        Set.of(OperationKind.QUERY),
                        Principal.anonymous(),
                        NO_HEADERS))
                .block()
                .body());
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of("monolith: " + expected + "\ngateway:  " + actual);
    }

    private static SubgraphTransport inMemory(World world, Cut cut) {
        Map<String, PartServer> servers = new LinkedHashMap<>();
        cut.parts().forEach(part -> servers.put(part.name(), new PartServer(world, part)));
        return request -> Mono.fromSupplier(() -> {
            JsonNode body = JSON.readTree(request.body());
            @SuppressWarnings("unchecked")
            Map<String, Object> variables =
                    body.has("variables") ? JSON.convertValue(body.get("variables"), Map.class) : Map.of();
            ExecutionResult result = servers.get(request.subgraph().value())
                    .execute(body.get("query").asString(), variables);
            return new SubgraphTransport.Response.Answered(200, JSON.writeValueAsBytes(result.toSpecification()));
        });
    }

    private static String plan(Supergraph supergraph, RandomOperation operation) {
        io.weft.gateway.operation.OperationCompiler.Result compiled = new io.weft.gateway.operation.OperationCompiler(
                        supergraph.apiSchema(), OperationLimits.DEFAULT)
                .compile(operation.document(), Optional.empty());
        return compiled instanceof io.weft.gateway.operation.OperationCompiler.Result.Compiled(var normalised)
                ? PlanPrinter.print(new Planner(supergraph).plan(normalised))
                : compiled.toString();
    }

    private static String sdls(List<SubgraphSource> sources) {
        StringBuilder out = new StringBuilder();
        sources.forEach(source ->
                out.append("\n# --- ").append(source.name()).append('\n').append(source.sdl()));
        return out.toString();
    }
}
