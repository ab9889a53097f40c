package io.weft.gateway.composition.graph;

/** What is kept of a supergraph for the next one. Used by one thread at a time. */
public final class KnownGraph {

    private final KnownSchema visible = new KnownSchema();
    private final KnownSchema whole = new KnownSchema();
    private final KnownSubgraphs subgraphs = new KnownSubgraphs();

    KnownSchema visible() {
        return visible;
    }

    KnownSchema whole() {
        return whole;
    }

    KnownSubgraphs subgraphs() {
        return subgraphs;
    }
}
