/**
 * The merged schema as the planner's supergraph and as the schema that clients see. Entry point: {@code
 * BuildSupergraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.graph;
