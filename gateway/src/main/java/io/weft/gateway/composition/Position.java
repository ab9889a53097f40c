package io.weft.gateway.composition;

import io.weft.gateway.supergraph.SubgraphName;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** An object of a type, and the subgraphs it may come from. */
record Position(String type, Set<Source> sources) {
    Position {
        sources = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(sources));
    }

    static Set<Source> from(Set<SubgraphName> subgraphs) {
        return subgraphs.stream().map(Source::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<SubgraphName> subgraphs() {
        return sources.stream().map(Source::subgraph).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
