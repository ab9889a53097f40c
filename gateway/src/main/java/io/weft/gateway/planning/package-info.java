/**
 * An operation over a supergraph becomes a plan: query graph, paths, fetch graph, passes. Entry point:
 * {@code Planner}. Imports {@code document}, {@code supergraph} and {@code operation}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.planning;
