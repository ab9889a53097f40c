package io.weft.gateway.composition;

import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.Objects;

/**
 * One subgraph as it is handed in.
 *
 * @param name its name, unique among the subgraphs of a supergraph
 * @param url  where it answers
 * @param sdl  its schema, from {@code _service { sdl }} or from a file; with or without federation's own definitions
 */
public record SubgraphSource(SubgraphName name, URI url, String sdl) {
    public SubgraphSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        Objects.requireNonNull(sdl);
    }
}
