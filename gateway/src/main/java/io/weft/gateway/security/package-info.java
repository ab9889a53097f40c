/**
 * Who asks, and what subgraphs are told of it: JWT to Principal, trusted headers out. Imports {@code execution} and
 * {@code supergraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.security;
