package io.weft.gateway.planning.plan;

import io.weft.gateway.document.Conditions;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.List;
import java.util.Objects;

/**
 * One request to one subgraph.
 *
 * @param id         its number in the plan
 * @param subgraph   who is asked
 * @param kind       {@code QUERY} for everything but a mutation's or subscription's own root fields
 * @param calls      what is asked, at least one; several are sent as one aliased operation
 * @param document   the request's text, whole, when all calls take part
 * @param variables  the client's variables the document uses (without {@code $}), beside the representations
 * @param after      the fetches whose answers must be merged before this one can start
 * @param conditions when not held, the fetch is left out altogether
 */
public record Fetch(
        FetchId id,
        SubgraphName subgraph,
        OperationKind kind,
        List<Call> calls,
        String document,
        List<String> variables,
        List<FetchId> after,
        Conditions conditions) {

    public Fetch {
        Objects.requireNonNull(id);
        Objects.requireNonNull(subgraph);
        Objects.requireNonNull(kind);
        calls = List.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("fetch " + id + " asks nothing");
        }
        Objects.requireNonNull(document);
        variables = List.copyOf(variables);
        after = List.copyOf(after);
        Objects.requireNonNull(conditions);
    }
}
