package io.weft.gateway.supergraph;

import java.util.Objects;

/** A subgraph's name, as configured: it stands in plans, errors and metrics. */
public record SubgraphName(String value) implements Comparable<SubgraphName> {
    public SubgraphName {
        Objects.requireNonNull(value);
        if (value.isBlank()) {
            throw new IllegalArgumentException("a subgraph needs a name");
        }
    }

    @Override
    public int compareTo(SubgraphName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
