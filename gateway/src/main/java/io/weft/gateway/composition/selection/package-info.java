/**
 * Where subgraphs keep the selection contract, the types of the subgraph that the gateway then is itself. Entry
 * point: {@code OfferSelections}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.selection;
