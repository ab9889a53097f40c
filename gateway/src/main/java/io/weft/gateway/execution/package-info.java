/**
 * Runs a plan: schedules fetches as their inputs arrive, batches and dedupes keys, merges answers. Entry point: {@code Executor}. Imports {@code document}, {@code supergraph}, {@code operation} and {@code planning.plan}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.execution;
