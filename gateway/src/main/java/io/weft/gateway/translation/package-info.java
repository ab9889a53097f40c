/**
 * Puts what is asked of a transformed service into the service's own terms, and says how its answers fit into the data
 * tree, which knows the supergraph's terms only. Entry points: {@link io.weft.gateway.translation.TranslateFetch} for a
 * request and {@link io.weft.gateway.translation.TranslateInputs} for values that cross while it runs. Imports
 * {@code document}, {@code supergraph}, {@code operation} and {@code planning.plan}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.translation;
