/**
 * Sends GraphQL requests to subgraphs over HTTP. Entry point: {@link io.weft.gateway.transport.subgraph.HttpSubgraphTransport}.
 * Imports {@code execution} and {@code supergraph}; knows nothing of breakers or retries, those are put around it.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.transport.subgraph;
