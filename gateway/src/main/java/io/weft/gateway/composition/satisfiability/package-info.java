/**
 * Whether every query that the merged schema allows can be answered. Entry point: {@code CheckSatisfiability}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.satisfiability;
