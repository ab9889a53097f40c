package io.weft.gateway.differential;

import graphql.ExecutionResult;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import io.weft.gateway.Gateway;
import io.weft.gateway.Graph;
import io.weft.gateway.Requests;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ReadSupergraph;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.differential.World.Key;
import io.weft.gateway.differential.World.Row;
import io.weft.gateway.differential.World.Type;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.operation.Introspection;
import io.weft.gateway.operation.Operation;
import io.weft.gateway.operation.OperationCompiler;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.planning.plan.PlanChecker;
import io.weft.gateway.planning.plan.PlanPrinter;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A cut behind a gateway, and the monolith to compare it with. */
final class CutGateway {

    /** Why composition refuses a cut that left something out. */
    private static final Set<ErrorCode> OUT_OF_REACH = Set.of(ErrorCode.SATISFIABILITY_ERROR, ErrorCode.NO_QUERIES);

    private static final JsonMapper JSON = new JsonMapper();

    private final World world;
    private final Supergraph supergraph;
    private final Set<String> labels;
    private final Planner planner;
    private final Monolith monolith;

    /** What has to be answered at the least; equal to {@link #monolith} where no row is in doubt. */
    private final Monolith least;

    private final boolean hasDoubts;
    private final Executor executor;
    private final Gateway gateway;

    /** Parts that do not answer. */
    private final Set<String> down = new HashSet<>();

    private final List<String> complaints = new ArrayList<>();

    private CutGateway(World world, Cut cut, Supergraph supergraph, long seed) {
        this.world = world;
        this.supergraph = supergraph;
        this.planner = new Planner(supergraph);
        this.labels = planner.labels().sample(Set.of(), new Random(seed));
        this.monolith = new Monolith(world, supergraph.apiSchema());
        Set<Row> doubtful = doubtful(world, cut);
        this.hasDoubts = !doubtful.isEmpty();
        this.least = new Monolith(world.doubting(doubtful), supergraph.apiSchema());
        this.executor = new Executor(inMemory(cut));
        this.gateway = new Gateway(new Graph(supergraph, OperationLimits.DEFAULT, this::plan, 1_000_000), executor);
    }

    /** What came of starting it. */
    sealed interface Start {
        record Started(CutGateway gateway) implements Start {}

        record Unsatisfiable() implements Start {}

        record Refused(String why) implements Start {}
    }

    /** @param seed odd: it reads the supergraph that composing wrote */
    static Start start(World world, Cut cut, long seed) {
        List<SubgraphSource> sources = cut.parts().stream()
                .map(part -> new SubgraphSource(
                        new SubgraphName(part.name), URI.create("http://" + part.name), CutSdl.of(world, part)))
                .toList();
        CompositionResult result = new Composer().compose(sources);
        Optional<String> other = composedElsewhere(seed);
        if (other.isPresent()) {
            result = new ReadSupergraph().read(other.get());
        } else if (seed % 2 != 0 && result instanceof CompositionResult.Composed composed) {
            result = new ReadSupergraph().read(composed.supergraphSdl());
        }
        return switch (result) {
            case CompositionResult.Composed composed ->
                new Start.Started(new CutGateway(world, cut, StitchLookups.in(composed.supergraph(), seed), seed));
            case CompositionResult.Refused refused ->
                refused.errors().stream().allMatch(error -> OUT_OF_REACH.contains(error.code()))
                        ? new Start.Unsatisfiable()
                        : new Start.Refused(String.join(
                                "\n",
                                refused.errors().stream()
                                        .map(CompositionError::print)
                                        .toList()));
        };
    }

    /**
     * Rows that are not always found: some part of a key of theirs is null, and not all parts of the cut are asked by the one key that
     * never is. What a gateway finds of them depends on its way.
     */
    private static Set<Row> doubtful(World world, Cut cut) {
        Set<Row> all = new HashSet<>();
        for (Type.Entity entity : world.all(Type.Entity.class)) {
            boolean certain = cut.parts().stream()
                    .map(part -> part.types.get(entity.name()))
                    .allMatch(type -> type == null || type.keys.getOrDefault(Key.of("id"), false));
            if (!certain) {
                all.addAll(world.withNullsInKeys(entity));
            }
        }
        return all;
    }

    /** Whether {@code actual} is {@code whole}, but for nulls where {@code least} has null as well. */
    private static boolean isBetween(@Nullable JsonNode least, JsonNode actual, JsonNode whole) {
        if (actual.equals(whole)) {
            return true;
        }
        if (actual.isNull()) {
            return least == null || least.isNull();
        }
        if (actual.size() != whole.size() || actual.isArray() != whole.isArray() || whole.isValueNode()) {
            return false;
        }
        if (actual.isArray()) {
            for (int i = 0; i < actual.size(); i++) {
                if (!isBetween(least == null ? null : least.get(i), actual.get(i), whole.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return actual.propertyStream()
                .allMatch(field -> whole.has(field.getKey())
                        && isBetween(
                                least == null ? null : least.get(field.getKey()),
                                field.getValue(),
                                whole.get(field.getKey())));
    }

    private static Optional<String> composedElsewhere(long seed) {
        String folder = System.getProperty("weft.differential.composed");
        if (folder == null) {
            return Optional.empty();
        }
        Path file = Path.of(folder, "seed-" + seed, System.getProperty("weft.differential.composition") + ".graphqls");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sdls(World world, Cut cut) {
        StringBuilder out = new StringBuilder();
        cut.parts()
                .forEach(part ->
                        out.append("\n# --- ").append(part.name).append('\n').append(CutSdl.of(world, part)));
        return out.toString();
    }

    GraphQLSchema apiSchema() {
        return supergraph.apiSchema();
    }

    private Plan plan(Operation operation) {
        return planner.plan(operation, labels);
    }

    private List<String> checked(String document) {
        OperationCompiler.Result compiled =
                new OperationCompiler(apiSchema(), OperationLimits.DEFAULT).compile(document, Optional.empty());
        return compiled instanceof OperationCompiler.Result.Compiled(Operation operation)
                ? PlanChecker.check(plan(operation), supergraph)
                : List.of(compiled.toString());
    }

    boolean isValid(RandomOperation operation) {
        return !ParseAndValidate.parseAndValidate(
                        apiSchema(),
                        graphql.ExecutionInput.newExecutionInput(operation.document())
                                .build())
                .isFailure();
    }

    /** How the answers differ; empty where they do not, or where the operation is not valid. */
    Optional<String> difference(RandomOperation operation) {
        String document = operation.document();
        try {
            return isValid(operation) ? compared(document, operation.variables()) : Optional.empty();
        } catch (RuntimeException thrown) {
            return Optional.of("throws " + thrown + " at " + thrown.getStackTrace()[0]);
        }
    }

    private Optional<String> compared(String document, Map<String, Object> variables) {
        ExecutionResult truth = monolith.execute(document, variables);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("data", truth.getData());
        JsonNode expected = JSON.valueToTree(told);
        Map<String, Object> leastTold = new LinkedHashMap<>();
        leastTold.put("data", least.execute(document, variables).getData());
        world.counters().clear();
        complaints.clear();
        complaints.addAll(checked(document));
        JsonNode actual = JSON.readTree(
                gateway.execute(Requests.anonymous(document, variables)).block().body());
        boolean same = hasDoubts
                ? isBetween(JSON.valueToTree(leastTold).get("data"), actual.get("data"), expected.get("data"))
                : expected.get("data").equals(actual.get("data"))
                        && truth.getErrors().isEmpty() != actual.has("errors");
        return same && complaints.isEmpty()
                ? Optional.empty()
                : Optional.of("monolith: " + expected + " with "
                        + truth.getErrors().size() + " errors\ngateway:  " + actual + "\ncomplaints: " + complaints);
    }

    /** Whether it decides by the request which part answers some field. */
    boolean hasLabels() {
        return !planner.labels().isEmpty();
    }

    /** Whether what is found of some row depends on the way. */
    boolean hasDoubts() {
        return hasDoubts;
    }

    /** What a gateway answers that may ask others for what one part does not answer. */
    JsonNode without(String part, RandomOperation operation) {
        down.add(part);
        Gateway resourceful = new Gateway(
                new Graph(supergraph, OperationLimits.DEFAULT, Introspection.ALLOWED, planner, Set.of(), 1_000_000),
                executor);
        JsonNode answer = answer(resourceful, operation);
        down.remove(part);
        return answer;
    }

    JsonNode answer(RandomOperation operation) {
        return answer(gateway, operation);
    }

    private JsonNode answer(Gateway asked, RandomOperation operation) {
        world.counters().clear();
        complaints.clear();
        return JSON.readTree(asked.execute(Requests.anonymous(operation.document(), operation.variables()))
                .block()
                .body());
    }

    List<String> complaints() {
        return complaints;
    }

    String printPlan(RandomOperation operation) {
        OperationCompiler.Result compiled = new OperationCompiler(apiSchema(), OperationLimits.DEFAULT)
                .compile(operation.document(), Optional.empty());
        try {
            return compiled instanceof OperationCompiler.Result.Compiled(var normalised)
                    ? "labels " + labels + "\n" + PlanPrinter.print(planner.plan(normalised, labels))
                    : compiled.toString();
        } catch (RuntimeException thrown) {
            return "no plan: " + thrown;
        }
    }

    private SubgraphTransport inMemory(Cut cut) {
        Map<String, PartServer> servers = new LinkedHashMap<>();
        cut.parts().forEach(part -> servers.put(part.name, new PartServer(world, part, labels, complaints)));
        return request -> Mono.fromSupplier(() -> {
            if (down.contains(request.subgraph().value())) {
                return new SubgraphTransport.Response.Failed(SubgraphTransport.Reason.UNREACHABLE, "down");
            }
            JsonNode body = JSON.readTree(request.body());
            @SuppressWarnings("unchecked")
            Map<String, Object> variables =
                    body.has("variables") ? JSON.convertValue(body.get("variables"), Map.class) : Map.of();
            ExecutionResult result = servers.get(request.subgraph().value())
                    .execute(body.get("query").asString(), variables);
            result.getErrors().stream()
                    .filter(error -> !error.getMessage().contains("nobody knows"))
                    .forEach(error -> complaints.add(request.subgraph() + ": " + error.getMessage()));
            return new SubgraphTransport.Response.Answered(200, JSON.writeValueAsBytes(result.toSpecification()));
        });
    }
}
