package io.weft.gateway.execution;

import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import reactor.core.publisher.Mono;

/** A subgraph that this process answers itself. Errors of it may name the service that failed. Never fails. */
@FunctionalInterface
public interface InProcessSubgraph {

    /**
     * @param headers  for subgraphs that it asks in turn
     * @param prefetch what will be asked about what it answers
     */
    Mono<Response> answer(Request request, SubgraphHeaders headers, Prefetch prefetch);
}
