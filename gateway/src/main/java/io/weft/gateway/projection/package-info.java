/**
 * The client's response from the merged data: order, aliases, nulls, errors with true paths. Entry point: {@code Projector}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.projection;
