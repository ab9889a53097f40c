package io.weft.gateway.planning.plan;

import io.weft.gateway.document.When;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.operation.VariableDefinition;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One request to one subgraph.
 *
 * @param id            its number in the plan
 * @param subgraph      who is asked
 * @param kind          {@code QUERY} for everything but a mutation's or subscription's own root fields
 * @param operationName the client's name for its operation, sent along so that the subgraph can log it
 * @param calls         what is asked, at least one; several are sent as one aliased operation
 * @param variables     the client's variables the calls use, beside the representations
 * @param after         the fetches whose answers must be merged before this one can start
 * @param when          otherwise the fetch is left out altogether
 * @param text          the request's text when all calls take part
 */
public record Fetch(
        FetchId id,
        SubgraphName subgraph,
        OperationKind kind,
        Optional<String> operationName,
        List<Call> calls,
        List<VariableDefinition> variables,
        List<FetchId> after,
        When when,
        RequestText text) {

    public Fetch {
        Objects.requireNonNull(id);
        Objects.requireNonNull(subgraph);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(operationName);
        calls = List.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("fetch " + id + " asks nothing");
        }
        variables = List.copyOf(variables);
        after = List.copyOf(after);
        Objects.requireNonNull(when);
        Objects.requireNonNull(text);
    }

    public static Fetch of(
            FetchId id,
            SubgraphName subgraph,
            OperationKind kind,
            Optional<String> operationName,
            List<Call> calls,
            List<VariableDefinition> variables,
            List<FetchId> after,
            When when) {
        RequestText text = RequestDocument.of(kind, operationName, calls, variables);
        return new Fetch(id, subgraph, kind, operationName, calls, variables, after, when, text);
    }

    /** The request's text when all calls take part and each looks up one object. */
    public String document() {
        return text.print(call -> 1);
    }

    /**
     * The request's text for some of the calls only: those whose conditions hold and that have objects to look up.
     * Declares just the variables these calls use.
     *
     * @param taking some of {@link #calls()}, in their order
     */
    public RequestText text(List<Call> taking) {
        return taking.size() == calls.size() ? text : RequestDocument.of(kind, operationName, taking, variables);
    }

    /** The same fetch with other calls: what this one asks, in another form. */
    public Fetch asking(List<Call> others) {
        return of(id, subgraph, kind, operationName, others, variables, after, when);
    }
}
