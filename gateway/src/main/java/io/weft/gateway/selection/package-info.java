/**
 * Filters, orders, pages and counts entities across subgraphs that offer the selection contract ({@code docs/selection.md}).
 * The gateway is a subgraph of its own for that: its root fields answer with keys, and the ordinary plan reads the rest.
 * Entry point: {@link io.weft.gateway.selection.SelectionSubgraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.selection;
