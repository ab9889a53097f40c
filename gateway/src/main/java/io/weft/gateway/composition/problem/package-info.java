/**
 * What is wrong with subgraphs, or odd: errors with code, place and way out, and hints. Entry point: {@code
 * Problems}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.problem;
