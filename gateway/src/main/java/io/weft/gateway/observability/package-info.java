/**
 * Metrics, request ids, explain.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.observability;
