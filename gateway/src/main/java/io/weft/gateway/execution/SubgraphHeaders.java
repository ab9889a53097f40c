package io.weft.gateway.execution;

import io.weft.gateway.supergraph.SubgraphName;
import java.util.Map;

/** What a client's request sends along to subgraphs. */
public interface SubgraphHeaders {

    /** Trusted headers signed for this subgraph, the request id, those that are propagated from the client's request. */
    Map<String, String> of(SubgraphName subgraph);

    /**
     * Stands for all that may make a difference to an answer: the Principal and the propagated headers, but neither the
     * request id nor a signature. Requests whose callers are equal may share one call to a subgraph.
     */
    Object caller();
}
