package io.weft.gateway.execution;

import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** What a subscription's events come from: one subscription at one subgraph. */
public final class EventSource {

    private final SubgraphName subgraph;
    private final URI url;
    private final byte[] body;
    private final Optional<String> operationName;

    private EventSource(SubgraphName subgraph, URI url, byte[] body, Optional<String> operationName) {
        this.subgraph = subgraph;
        this.url = url;
        this.body = body;
        this.operationName = operationName;
    }

    /**
     * The source of a subscription's plan. Empty where conditions leave nothing to subscribe to, where no subgraph can
     * be subscribed at, and for plans of other operations.
     */
    public static Optional<EventSource> of(CompiledPlan plan, Variables variables) {
        return plan.fetches().stream()
                .limit(1)
                .filter(fetch -> fetch.fetch().kind() == OperationKind.SUBSCRIPTION)
                .flatMap(fetch -> FetchRun.gather(fetch, new ObjectNode(plan.layout()), variables).requests().stream())
                .map(run -> new EventSource(
                        run.fetch().fetch().subgraph(),
                        run.fetch().url(),
                        run.body(variables),
                        run.fetch().fetch().operationName()))
                .findFirst();
    }

    public SubgraphName subgraph() {
        return subgraph;
    }

    /** Whether the events of one are as good as those of the other: they ask the same service for the same. */
    public boolean isSameAs(EventSource other) {
        return subgraph.equals(other.subgraph) && url.equals(other.url) && Arrays.equals(body, other.body);
    }

    Request request(SubgraphHeaders headers) {
        return new Request(subgraph, url, OperationKind.SUBSCRIPTION, body, headers.of(subgraph), operationName);
    }
}
