package io.weft.gateway.composition.satisfiability;

import io.weft.gateway.supergraph.SubgraphName;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An object of a type.
 *
 * @param sources the subgraphs it may come from
 * @param given   what objects above it give
 */
record Position(String type, Set<Source> sources, Set<Given> given) {
    Position {
        given = Set.copyOf(given);
        sources = Collections.unmodifiableSet(new LinkedHashSet<>(sources));
    }

    Position(String type, Set<Source> sources) {
        this(type, sources, Set.of());
    }

    /** The same where objects above give something. */
    Position below(Set<Given> above) {
        return above.isEmpty() ? this : new Position(type, sources, above);
    }

    static Set<Source> from(Set<SubgraphName> subgraphs) {
        return subgraphs.stream().map(Source::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<SubgraphName> subgraphs() {
        return sources.stream().map(Source::subgraph).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
