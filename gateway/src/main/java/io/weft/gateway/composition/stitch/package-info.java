/**
 * Services that know nothing of federation, in the terms of those that do. Entry point: {@code StitchSubgraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.stitch;
