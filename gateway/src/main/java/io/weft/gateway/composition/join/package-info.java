/**
 * A supergraph as SDL with {@code @join__} directives, written and read. Entry points: {@code SupergraphSdl}, {@code
 * ExtractSubgraphs}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.join;
