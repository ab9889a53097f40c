package io.weft.gateway.composition.problem;

import io.weft.gateway.stitching.Place;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.Objects;

/**
 * A place in a subgraph's SDL, or in the configuration where it speaks of the subgraph.
 *
 * @param subgraph whose SDL or configuration
 * @param file     the configuration file; empty for the SDL
 * @param line     counted from 1; 0 where the element has no line of its own
 */
public record SourcePlace(SubgraphName subgraph, String file, int line) {
    public SourcePlace {
        Objects.requireNonNull(subgraph);
        Objects.requireNonNull(file);
    }

    /** In the subgraph's SDL. */
    public SourcePlace(SubgraphName subgraph, int line) {
        this(subgraph, "", line);
    }

    public static SourcePlace of(SubgraphName subgraph, Place place) {
        return new SourcePlace(subgraph, place.file(), place.line());
    }

    @Override
    public String toString() {
        String where = file.isEmpty() ? subgraph.toString() : file;
        return line > 0 ? where + ":" + line : where;
    }
}
