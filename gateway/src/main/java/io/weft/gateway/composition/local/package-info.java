/**
 * Fields of the gateway's own: constants and links. Entry point: {@code ReadLocalSubgraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.local;
