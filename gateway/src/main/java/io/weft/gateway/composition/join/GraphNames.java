package io.weft.gateway.composition.join;

import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Subgraph names as values of the enum {@code join__Graph}. */
record GraphNames(Map<SubgraphName, String> names) {

    static GraphNames of(List<ValidatedSubgraph> subgraphs) {
        Map<SubgraphName, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            String plain =
                    subgraph.name().value().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
            String base = Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
            String name = base;
            for (int n = 1; !taken.add(name); n++) {
                name = base + "_" + n;
            }
            names.put(subgraph.name(), name);
        }
        return new GraphNames(names);
    }

    String of(SubgraphName subgraph) {
        String name = names.get(subgraph);
        if (name == null) {
            throw new IllegalArgumentException("no subgraph " + subgraph);
        }
        return name;
    }
}
