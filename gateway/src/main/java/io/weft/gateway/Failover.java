package io.weft.gateway;

import io.weft.gateway.Graph.Preparation;
import io.weft.gateway.Graph.Preparation.Prepared;
import io.weft.gateway.execution.KnownAnswers;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How else a query can be answered when a subgraph did not answer: a shared field has the same value everywhere. */
final class Failover {
    private Failover() {}

    /**
     * The same query, asked of others as far as they know what is asked.
     *
     * @param before as it was planned
     * @param known  what came of it
     * @return empty where all answered, where no other subgraph has any of it, and for what may change something
     */
    static Optional<Prepared> alternative(Graph graph, GatewayRequest request, Prepared before, KnownAnswers known) {
        Set<SubgraphName> avoided = new HashSet<>(before.avoided());
        if (before.operation().kind() != OperationKind.QUERY || !avoided.addAll(known.unanswered())) {
            return Optional.empty();
        }
        return graph.prepare(
                                request.document(),
                                request.operationName(),
                                request.principal(),
                                before.activeLabels(),
                                avoided)
                        instanceof Preparation.Prepared other
                ? Optional.of(other)
                        .filter(prepared ->
                                !prepared.plan().plan().equals(before.plan().plan()))
                : Optional.empty();
    }
}
