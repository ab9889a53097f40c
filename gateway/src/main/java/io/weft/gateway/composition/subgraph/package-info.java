/**
 * A subgraph as it is handed in, and its SDL as values, with what its links say. Entry point: {@code ParseSubgraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.subgraph;
