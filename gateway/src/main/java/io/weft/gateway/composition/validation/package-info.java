/**
 * What one subgraph says by itself: federation 1 made federation 2, directives where they may stand, and what they
 * mean for each field. Entry point: {@code ResolveFacts}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.validation;
