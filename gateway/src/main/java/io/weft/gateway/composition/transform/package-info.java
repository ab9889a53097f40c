/**
 * A subgraph's schema under other names and shapes, with what the service itself calls it. Entry point: {@code
 * TransformSubgraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.transform;
