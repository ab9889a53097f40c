/**
 * The supergraph: types, fields, which subgraph can answer what, and the lookups into it. Immutable records.
 * Entry point: {@link io.weft.gateway.supergraph.Supergraph}. Imports {@code document} only.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.supergraph;
