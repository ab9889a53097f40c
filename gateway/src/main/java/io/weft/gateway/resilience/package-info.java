/**
 * Timeouts, circuit breakers and bulkheads around every subgraph call.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.resilience;
