/**
 * Time limits, circuit breakers, bulkheads and retries around every subgraph call. Entry point:
 * {@link io.weft.gateway.resilience.ResilientSubgraphTransport}. Imports {@code execution} and {@code supergraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.resilience;
