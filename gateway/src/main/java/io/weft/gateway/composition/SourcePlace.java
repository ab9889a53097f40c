package io.weft.gateway.composition;

import io.weft.gateway.supergraph.SubgraphName;
import java.util.Objects;

/**
 * A place in a subgraph's SDL.
 *
 * @param subgraph whose SDL
 * @param line     counted from 1; 0 where the element has no line of its own
 */
public record SourcePlace(SubgraphName subgraph, int line) {
    public SourcePlace {
        Objects.requireNonNull(subgraph);
    }

    @Override
    public String toString() {
        return line > 0 ? subgraph + ":" + line : subgraph.toString();
    }
}
