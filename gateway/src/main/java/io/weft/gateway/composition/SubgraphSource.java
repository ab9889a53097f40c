package io.weft.gateway.composition;

import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.Objects;

/**
 * One subgraph as it is handed in.
 *
 * @param name    its name, unique among the subgraphs of a supergraph
 * @param url     where it answers
 * @param sdl     its schema, from {@code _service { sdl }}, introspection or a file; with or without federation's own
 *                definitions
 * @param dialect how it says by what its objects are found
 */
public record SubgraphSource(SubgraphName name, URI url, String sdl, Dialect dialect) {
    public SubgraphSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        Objects.requireNonNull(sdl);
        Objects.requireNonNull(dialect);
    }

    /** A subgraph that speaks federation. */
    public SubgraphSource(SubgraphName name, URI url, String sdl) {
        this(name, url, sdl, Dialect.FEDERATION);
    }
}
