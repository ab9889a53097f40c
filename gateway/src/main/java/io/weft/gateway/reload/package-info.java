/**
 * Watches subgraph schemas, recomposes, swaps; requests in flight finish on the graph they began with.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.reload;
