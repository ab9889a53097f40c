package io.weft.gateway.planning;

import io.weft.gateway.operation.Operation;
import io.weft.gateway.planning.plan.AnswerField;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.supergraph.AccessRules.Denied;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plans operations over one supergraph. Planning never fails: a field that no subgraph can be asked for is
 * {@link AnswerField.Source.Unreachable} in the answer. Safe for use by many threads.
 */
public final class Planner {

    /** What is known of more combinations of labels than these is not kept. */
    private static final int COMBINATIONS = 32;

    private final Supergraph supergraph;
    private final OverrideLabels labels;
    private final Map<Set<String>, QueryGraph> graphs = new ConcurrentHashMap<>();

    public Planner(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.labels = OverrideLabels.of(supergraph);
    }

    /** The labels of the supergraph's progressive overrides. */
    public OverrideLabels labels() {
        return labels;
    }

    /** With every label off: the subgraphs that are being replaced go on answering. */
    public Plan plan(Operation operation) {
        return plan(operation, Set.of());
    }

    /** @param activeLabels of progressive overrides: those for which the new subgraph answers */
    public Plan plan(Operation operation, Set<String> activeLabels) {
        return plan(operation, activeLabels, Denied.NOTHING);
    }

    /** @param denied what the caller may not have: it is not asked for */
    public Plan plan(Operation operation, Set<String> activeLabels, Denied denied) {
        return plan(operation, activeLabels, denied, Set.of());
    }

    /** @param avoided subgraphs that are asked only for what no other answers, since they probably do not answer */
    public Plan plan(Operation operation, Set<String> activeLabels, Denied denied, Set<SubgraphName> avoided) {
        Set<String> relevant = labels.among(activeLabels);
        QueryGraph graph = graphs.get(relevant);
        if (graph == null) {
            graph = new QueryGraph(supergraph, relevant);
            if (graphs.size() < COMBINATIONS) {
                graphs.putIfAbsent(relevant, graph);
            }
        }
        return new PlanOperation(graph, supergraph.apiSchema(), operation, denied, graph.views(avoided)).plan();
    }
}
