/**
 * Subgraph schemas in, a supergraph or all errors out. Entry point: {@code Composer}. Imports {@code document} and {@code supergraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition;
