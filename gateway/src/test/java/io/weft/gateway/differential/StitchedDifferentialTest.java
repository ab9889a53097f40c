package io.weft.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.DataFetcherFactories;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.weft.gateway.Gateway;
import io.weft.gateway.Graph;
import io.weft.gateway.Requests;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.configuration.StitchingSettings;
import io.weft.gateway.differential.StitchedWorld.Row;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.operation.Operation;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.planning.plan.PlanChecker;
import io.weft.gateway.planning.plan.PlanPrinter;
import io.weft.gateway.supergraph.Supergraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random services that know nothing of federation, stitched by a random configuration: entry points for one object and for
 * lists, in order and in disorder, by one field, several, and fields of objects below, with keys of other types; computed
 * fields; links of the gateway's own. Half of the services have names and shapes of their own, which transforms bring back
 * into the graph. The gateway's answer must be that of one server with all the data.
 *
 * <p>{@code -Dweft.differential.stitched=N} runs more, {@code -Dweft.differential.from=S} others,
 * {@code -Dweft.differential.seed=S} one alone. What fails first is written to {@code target/differential}.
 */
class StitchedDifferentialTest {

    private static final int OPERATIONS = 12;
    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicInteger severalKeys = new AtomicInteger();

    @Test
    void services_stitched_at_random_answer_as_one_server_does() {
        Optional<Long> one = Optional.ofNullable(Long.getLong("weft.differential.seed"));
        long count = one.isPresent() ? 1 : Long.getLong("weft.differential.stitched", 150);
        List<String> failures = new ArrayList<>();
        int unsatisfiable = 0;
        int operations = 0;
        long first = one.orElse(Long.getLong("weft.differential.from", 0));
        for (long seed = first; seed < first + count && failures.isEmpty(); seed++) {
            Random random = new Random(seed);
            StitchedWorld world = StitchedWorld.random(random);
            StitchedCut cut = StitchedCut.random(world, random);
            StitchingSettings settings = cut.settings();
            switch (new Composer(settings.graph()).compose(cut.sources(settings))) {
                case CompositionResult.Refused(List<CompositionError> errors) -> {
                    boolean expected =
                            errors.stream().allMatch(error -> error.code() == ErrorCode.SATISFIABILITY_ERROR);
                    unsatisfiable++;
                    if (!expected) {
                        failures.add("seed " + seed + " does not compose: "
                                + errors.stream().map(CompositionError::print).toList() + "\n" + cut.print());
                    }
                }
                case CompositionResult.Composed composed -> {
                    Stitched stitched = new Stitched(world, cut, composed.supergraph());
                    for (int i = 0; i < OPERATIONS && failures.isEmpty(); i++) {
                        operations++;
                        stitched.compare(random)
                                .map(("seed " + seed + "\n")::concat)
                                .ifPresent(failures::add);
                    }
                }
            }
        }
        System.out.printf(
                "stitched: %d operations, %d cuts out of reach, %d lookups, %d of several keys, %d failures%n",
                operations, unsatisfiable, lookups.get(), severalKeys.get(), failures.size());
        write(failures);
        assertThat(failures).isEmpty();
        if (one.isEmpty()) {
            assertThat(unsatisfiable).isLessThan((int) count / 4);
            assertThat(lookups.get()).as("requests that look objects up").isGreaterThan(operations);
            assertThat(severalKeys.get()).as("requests with several keys").isGreaterThan(operations / 3);
        }
    }

    private static void write(List<String> failures) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "differential"));
            for (String failure : failures) {
                Files.writeString(folder.resolve("stitched.txt"), failure);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A gateway over services, and one server with all the data. */
    private final class Stitched {
        private final StitchedCut cut;
        private final Supergraph supergraph;
        private final GraphQL monolith;
        private final Gateway gateway;
        private final List<String> complaints = new ArrayList<>();
        private final List<Plan> plans = new ArrayList<>();

        Stitched(StitchedWorld world, StitchedCut cut, Supergraph supergraph) {
            this.cut = cut;
            this.supergraph = supergraph;
            this.monolith =
                    GraphQL.newGraphQL(monolith(world, supergraph.apiSchema())).build();
            Planner planner = new Planner(supergraph);
            this.gateway = new Gateway(
                    new Graph(
                            supergraph,
                            OperationLimits.DEFAULT,
                            (Operation asked) -> noted(planner.plan(asked)),
                            1_000_000),
                    new Executor(inMemory(world, cut, complaints)));
        }

        private Plan noted(Plan plan) {
            complaints.addAll(PlanChecker.check(plan, supergraph));
            plans.add(plan);
            return plan;
        }

        /** How the answers to a random operation differ; empty where they do not. */
        Optional<String> compare(Random random) {
            RandomOperation operation = RandomOperation.random(supergraph.apiSchema(), random);
            String document = operation.document();
            complaints.clear();
            plans.clear();
            Map<String, @Nullable Object> truth = new LinkedHashMap<>();
            truth.put(
                    "data",
                    monolith.execute(ExecutionInput.newExecutionInput(document).variables(operation.variables()))
                            .getData());
            if (truth.get("data") == null) {
                return Optional.empty();
            }
            JsonNode expected = JSON.valueToTree(truth);
            JsonNode actual = JSON.readTree(gateway.execute(Requests.anonymous(document, operation.variables()))
                    .block()
                    .body());
            return expected.equals(actual) && complaints.isEmpty()
                    ? Optional.empty()
                    : Optional.of(document + "one server: " + expected + "\ngateway:    " + actual + "\ncomplaints: "
                            + complaints + "\n"
                            + plans.stream().map(PlanPrinter::print).toList() + "\n" + cut.print());
        }
    }

    private static GraphQLSchema monolith(StitchedWorld world, GraphQLSchema schema) {
        GraphQLCodeRegistry code = GraphQLCodeRegistry.newCodeRegistry()
                .defaultDataFetcher(DataFetcherFactories.useDataFetcher(env -> value(world, env)))
                .build();
        Set<GraphQLType> types = schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .collect(Collectors.toSet());
        return schema.transform(builder -> builder.codeRegistry(code).additionalTypes(types));
    }

    private static @Nullable Object value(StitchedWorld world, DataFetchingEnvironment env) {
        String field = env.getField().getName();
        return switch (env.getSource()) {
            case Row row -> row.values().get(field);
            case Map<?, ?> object -> object.get(field);
            case null, default ->
                field.startsWith("ns_")
                        ? (Object) field
                        : field.equals("version")
                                ? "7"
                                : field.startsWith("ping") ? (Object) 7 : StitchedServer.ofWorld(world, field);
        };
    }

    private SubgraphTransport inMemory(StitchedWorld world, StitchedCut cut, List<String> complaints) {
        Map<String, StitchedServer> servers = new LinkedHashMap<>();
        cut.services().forEach(service -> servers.put(service.name, new StitchedServer(world, service, complaints)));
        return request -> Mono.fromSupplier(() -> {
            JsonNode body = JSON.readTree(request.body());
            @SuppressWarnings("unchecked")
            Map<String, Object> variables = JSON.convertValue(body.path("variables"), Map.class);
            String query = body.path("query").asString();
            count(query, body.path("variables"));
            var result = servers.get(request.subgraph().value()).execute(query, variables);
            result.getErrors()
                    .forEach(error -> complaints.add(
                            request.subgraph() + ": " + error.getMessage() + " in " + query + " with " + variables));
            return new SubgraphTransport.Response.Answered(200, JSON.writeValueAsBytes(result.toSpecification()));
        });
    }

    private void count(String query, JsonNode variables) {
        if (query.contains("_k")) {
            lookups.incrementAndGet();
            boolean isList = variables.values().stream().anyMatch(value -> value.isArray() && value.size() > 1);
            if (isList || query.contains("_k1:")) {
                severalKeys.incrementAndGet();
            }
        }
    }
}
