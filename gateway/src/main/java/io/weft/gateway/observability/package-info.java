/**
 * Request ids, access log, metrics, explain. Imports {@code execution} and {@code supergraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.observability;
