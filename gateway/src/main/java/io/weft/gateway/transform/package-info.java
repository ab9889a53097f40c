/**
 * How a service's schema is changed before it becomes part of the graph, as it was configured. Entry point:
 * {@link io.weft.gateway.transform.Transform}. Values only: {@code configuration} reads them, {@code composition}
 * applies them. Imports no other gateway package.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.transform;
