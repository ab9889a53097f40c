package io.weft.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import io.weft.contracts.Principal;
import io.weft.gateway.execution.CompiledPlan;
import io.weft.gateway.execution.InProcessSubgraph;
import io.weft.gateway.execution.PlanCompiler;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.execution.Variables;
import io.weft.gateway.operation.Introspection;
import io.weft.gateway.operation.Operation;
import io.weft.gateway.operation.OperationCompiler;
import io.weft.gateway.operation.OperationError;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.operation.VariableCoercion;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.projection.ResponseShape;
import io.weft.gateway.projection.ResponseShapeCompiler;
import io.weft.gateway.security.Policies;
import io.weft.gateway.supergraph.AccessRules.Denied;
import io.weft.gateway.supergraph.Selections;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import io.weft.http.server.Caches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A supergraph, and everything that is prepared and cached for it. Immutable to those who use it: a new supergraph is a
 * new graph, and requests under way finish on the one they began with.
 */
public final class Graph {

    private static final ResponseError INTROSPECTION_REFUSED = ResponseError.refusal(
            OperationError.Code.INTROSPECTION_DISABLED.name(),
            "Introspection is switched off here: __schema and __type are not answered, __typename is.",
            List.of());

    private final Supergraph supergraph;
    private final Policies policies;
    private final OperationCompiler operations;
    private final VariableCoercion coercion;
    private final Planning planner;
    private final Supplier<Set<String>> activeLabels;
    private final PlanCompiler plans;
    private final ResponseShapeCompiler responses;
    private final Introspection introspectable;
    private final AnswerIntrospection introspection;
    private final Cache<Asked, Preparation> prepared;

    /**
     * @param planner          plans an operation over this supergraph
     * @param cachedCharacters documents are kept, with all that was prepared for them, until they are longer together
     */
    public Graph(
            Supergraph supergraph, OperationLimits limits, Function<Operation, Plan> planner, long cachedCharacters) {
        this(supergraph, limits, Introspection.ALLOWED, planner, cachedCharacters);
    }

    /**
     * @param introspectable   whether clients may ask for the schema
     * @param planner          plans an operation over this supergraph
     * @param cachedCharacters documents are kept, with all that was prepared for them, until they are longer together
     */
    public Graph(
            Supergraph supergraph,
            OperationLimits limits,
            Introspection introspectable,
            Function<Operation, Plan> planner,
            long cachedCharacters) {
        this(
                supergraph,
                limits,
                introspectable,
                (operation, labels, denied, avoided) -> planner.apply(operation),
                Set::of,
                cachedCharacters,
                Map.of(),
                Policies.NONE);
    }

    /** As below, without subgraphs that this process answers itself, and with policies that nobody fulfils. */
    public Graph(
            Supergraph supergraph,
            OperationLimits limits,
            Introspection introspectable,
            Planner planner,
            Set<String> switchedOn,
            long cachedCharacters) {
        this(supergraph, limits, introspectable, planner, switchedOn, cachedCharacters, Map.of(), Policies.NONE);
    }

    /**
     * @param introspectable   whether clients may ask for the schema
     * @param switchedOn       labels of progressive overrides that are on, besides those that are for a percentage of
     *                         requests
     * @param cachedCharacters documents are kept, with all that was prepared for them, until they are longer together;
     *                         each once for every combination of labels, of missing access and of subgraphs away that it was met with
     * @param inProcess           the subgraphs that this process answers itself
     * @param policies         who fulfils which
     */
    public Graph(
            Supergraph supergraph,
            OperationLimits limits,
            Introspection introspectable,
            Planner planner,
            Set<String> switchedOn,
            long cachedCharacters,
            Map<SubgraphName, InProcessSubgraph> inProcess,
            Policies policies) {
        this(
                supergraph,
                limits,
                introspectable,
                planner::plan,
                () -> planner.labels().sample(switchedOn, ThreadLocalRandom.current()),
                cachedCharacters,
                inProcess,
                policies);
    }

    private Graph(
            Supergraph supergraph,
            OperationLimits limits,
            Introspection introspectable,
            Planning planner,
            Supplier<Set<String>> activeLabels,
            long cachedCharacters,
            Map<SubgraphName, InProcessSubgraph> inProcess,
            Policies policies) {
        this.supergraph = supergraph;
        this.policies = policies;
        this.operations = new OperationCompiler(supergraph.apiSchema(), limits);
        this.coercion = new VariableCoercion(supergraph.apiSchema());
        this.planner = planner;
        this.activeLabels = activeLabels;
        this.plans = new PlanCompiler(supergraph, inProcess);
        this.responses = new ResponseShapeCompiler(
                supergraph.apiSchema(),
                supergraph.selections().map(Selections::listed).orElse(Map.of()));
        this.introspectable = introspectable;
        this.introspection = new AnswerIntrospection(supergraph.apiSchema());
        this.prepared = Caches.builder()
                .maximumWeight(cachedCharacters)
                .weigher((Asked asked, Preparation preparation) ->
                        asked.document().length())
                .build();
    }

    private interface Planning {
        Plan plan(Operation operation, Set<String> activeLabels, Denied denied, Set<SubgraphName> avoided);
    }

    /** What is known of a document. */
    public sealed interface Preparation {
        /**
         * Ready to run.
         *
         * @param activeLabels of progressive overrides, for which it was planned
         * @param avoided      subgraphs that are asked only for what no other answers
         */
        record Prepared(
                Operation operation,
                CompiledPlan plan,
                ResponseShape shape,
                Set<String> activeLabels,
                Set<SubgraphName> avoided)
                implements Preparation {
            public Prepared {
                activeLabels = Set.copyOf(activeLabels);
                avoided = Set.copyOf(avoided);
            }
        }

        /** @param errors at least one */
        record Refused(List<ResponseError> errors) implements Preparation {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /** What is known of variables. */
    public sealed interface Coercion {
        record Coerced(Variables variables) implements Coercion {}

        /** @param errors at least one */
        record Refused(List<ResponseError> errors) implements Coercion {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    private record Asked(
            String document,
            Optional<String> operationName,
            Set<String> activeLabels,
            Denied denied,
            Set<SubgraphName> avoided) {}

    public Supergraph supergraph() {
        return supergraph;
    }

    /** For nobody in particular. */
    public Preparation prepare(String document, Optional<String> operationName) {
        return prepare(document, operationName, Principal.anonymous(), Set.of());
    }

    /**
     * From the cache where the same text was asked before while the same labels were on, by somebody with the same access.
     *
     * @param avoided subgraphs that are asked only for what no other answers
     */
    Preparation prepare(String document, Optional<String> operationName, Principal caller, Set<SubgraphName> avoided) {
        return prepare(document, operationName, caller, activeLabels.get(), avoided);
    }

    /** The same, with these labels on. */
    Preparation prepare(
            String document,
            Optional<String> operationName,
            Principal caller,
            Set<String> labels,
            Set<SubgraphName> avoided) {
        Denied denied = supergraph
                .access()
                .denied(caller.userId().isPresent(), caller.scopes(), policy -> policies.isFulfilledBy(caller, policy));
        return prepared.get(new Asked(document, operationName, labels, denied, avoided), this::prepare);
    }

    private Preparation prepare(Asked asked) {
        return switch (operations.compile(asked.document(), asked.operationName())) {
            case OperationCompiler.Result.Compiled(Operation operation)
            when introspectable == Introspection.REFUSED
                    && operation.introspection().isPresent() -> new Preparation.Refused(List.of(INTROSPECTION_REFUSED));
            case OperationCompiler.Result.Compiled(Operation operation) -> {
                CompiledPlan plan =
                        plans.compile(planner.plan(operation, asked.activeLabels(), asked.denied(), asked.avoided()));
                yield new Preparation.Prepared(
                        operation, plan, responses.compile(plan), asked.activeLabels(), asked.avoided());
            }
            case OperationCompiler.Result.Rejected(var errors) -> new Preparation.Refused(told(errors));
        };
    }

    /** @param raw the client's variables, as JSON */
    public Coercion coerce(Operation operation, Map<String, @Nullable Object> raw) {
        return switch (coercion.coerce(operation.variables(), raw)) {
            case VariableCoercion.Result.Coerced(var values) -> new Coercion.Coerced(new Variables(values));
            case VariableCoercion.Result.Rejected(var errors) -> new Coercion.Refused(told(errors));
        };
    }

    /** What the schema itself answers. */
    AnswerIntrospection.Introspected introspect(Operation operation, Variables variables) {
        return introspection.answer(operation, variables);
    }

    private static List<ResponseError> told(List<OperationError> errors) {
        return errors.stream()
                .map(error -> ResponseError.refusal(
                        error.code().name(),
                        error.message(),
                        error.locations().stream()
                                .map(at -> new ResponseError.Location(at.line(), at.column()))
                                .toList()))
                .toList();
    }
}
