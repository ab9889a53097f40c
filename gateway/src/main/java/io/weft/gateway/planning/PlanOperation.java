package io.weft.gateway.planning;

import graphql.schema.GraphQLSchema;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.operation.Operation;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.planning.plan.AnswerField;
import io.weft.gateway.planning.plan.Fetch;
import io.weft.gateway.planning.plan.FetchId;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.supergraph.AccessRules.Denied;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Plans one operation. */
final class PlanOperation {
    private final QueryGraph graph;
    private final GraphQLSchema apiSchema;
    private final Operation operation;
    private final Denied denied;
    private final BitSet avoided;

    /** @param avoided views of subgraphs that are asked only for what no other answers */
    PlanOperation(QueryGraph graph, GraphQLSchema apiSchema, Operation operation, Denied denied, BitSet avoided) {
        this.avoided = avoided;
        this.denied = denied;
        this.graph = graph;
        this.apiSchema = apiSchema;
        this.operation = operation;
    }

    /** A run of root fields, solved. */
    private record Part(Place root, SelectionSet selections, Solution solution, List<DraftCall> calls) {}

    Plan plan() {
        List<Fetch> fetches = new ArrayList<>();
        List<AnswerField> answer = new ArrayList<>();
        List<FetchId> barrier = List.of();
        boolean mutation = operation.kind() == OperationKind.MUTATION;
        MergeSiblingFetches merge = new MergeSiblingFetches(graph, operation);
        List<Part> parts = switch (operation.kind()) {
            case QUERY -> List.of(part(OperationKind.QUERY, operation.selections(), any -> true));
            case MUTATION -> inOrder();
            case SUBSCRIPTION -> List.of(cheapest(OperationKind.SUBSCRIPTION, operation.selections()));
        };
        for (Part part : parts) {
            List<Fetch> own = merge.apply(part.calls(), fetches.size(), barrier);
            fetches.addAll(own);
            if (!own.isEmpty()) {
                barrier = own.stream().map(Fetch::id).toList();
            }
            answer.addAll(new ShapeAnswer(graph, apiSchema, denied, mutation).shape(part.root(), part.selections()));
        }
        return new Plan(fetches, answer);
    }

    private Part part(OperationKind kind, SelectionSet selections, IntPredicate roots) {
        Place root = GrowTree.of(graph, denied, kind.rootType(), selections, kind == OperationKind.MUTATION);
        Solution solution = Solution.of(graph, root, roots, avoided);
        new NameDataKeys(graph).name(root);
        List<DraftCall> calls = new DraftCalls(graph, solution).draft(solution.facts());
        return new Part(root, selections, solution, MergeCallsOverPaths.apply(calls));
    }

    /**
     * A mutation's root fields run one after another, each with all that follows from it. Neighbours of one subgraph
     * share a request, in which the subgraph keeps their order, where nothing follows from the first.
     */
    private List<Part> inOrder() {
        List<Part> parts = new ArrayList<>();
        Part open = null;
        for (Selection selection : operation.selections().selections()) {
            Part alone = cheapest(OperationKind.MUTATION, SelectionSet.of(selection));
            Part joined = open == null ? null : joined(open, selection, alone);
            if (joined == null) {
                parts.add(alone);
                open = alone;
            } else {
                parts.set(parts.size() - 1, joined);
                open = joined;
            }
        }
        return parts;
    }

    private @Nullable Part joined(Part open, Selection next, Part alone) {
        if (open.calls().size() != 1 || alone.calls().isEmpty()) {
            return null;
        }
        List<Selection> fields = new ArrayList<>(open.selections().selections());
        fields.add(next);
        SelectionSet both = new SelectionSet(fields);
        int missing = open.solution().cost().missing() + alone.solution().cost().missing();
        for (int subgraph = 0; subgraph < graph.size(); subgraph++) {
            if (answers(subgraph, OperationKind.MUTATION, both)) {
                Part first = in(subgraph, OperationKind.MUTATION, open.selections());
                Part joined = in(subgraph, OperationKind.MUTATION, both);
                if (first.calls().size() == 1 && joined.solution().cost().missing() == missing) {
                    return joined;
                }
            }
        }
        return null;
    }

    private Part in(int subgraph, OperationKind kind, SelectionSet selections) {
        return part(kind, selections, candidate -> candidate == subgraph);
    }

    /** The field is executed, or subscribed to, in one subgraph only, even where several could. */
    private Part cheapest(OperationKind kind, SelectionSet selections) {
        Part best = null;
        for (int subgraph = 0; subgraph < graph.size(); subgraph++) {
            if (answers(subgraph, kind, selections)) {
                Part part = in(subgraph, kind, selections);
                if (best == null
                        || part.solution().cost().compareTo(best.solution().cost()) < 0) {
                    best = part;
                }
            }
        }
        return best == null ? part(kind, selections, none -> false) : best;
    }

    private boolean answers(int subgraph, OperationKind kind, SelectionSet selections) {
        return selections.selections().stream()
                .allMatch(selection -> selection instanceof FieldSelection field
                        && graph.isAnswered(subgraph, graph.field(subgraph, kind.rootType(), field.name())));
    }
}
