/**
 * How a service's schema is changed before it becomes part of the graph, as it was configured. Entry points:
 * {@link io.weft.gateway.transform.Transform} and {@link io.weft.gateway.transform.ReadTransforms}. Values only:
 * {@code composition} applies them. Imports no other gateway package.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.transform;
