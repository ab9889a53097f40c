/**
 * Watches subgraph schemas, recomposes, swaps; requests in flight finish on the graph they began with. Entry point:
 * {@link io.weft.gateway.reload.SupergraphWatch}. Imports {@code composition}, {@code supergraph} and {@code execution}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.reload;
