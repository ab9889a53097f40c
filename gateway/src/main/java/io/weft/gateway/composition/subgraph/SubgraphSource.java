package io.weft.gateway.composition.subgraph;

import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.transform.Transform;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * One subgraph as it is handed in.
 *
 * @param name       its name, unique among the subgraphs of a supergraph
 * @param url        where it answers
 * @param sdl        its schema, from {@code _service { sdl }}, introspection or a file; with or without federation's own
 *                   definitions
 * @param dialect    how it says by what its objects are found
 * @param transforms what is changed about its schema before it becomes part of the graph, in this order
 */
public record SubgraphSource(SubgraphName name, URI url, String sdl, Dialect dialect, List<Transform> transforms) {
    public SubgraphSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        Objects.requireNonNull(sdl);
        Objects.requireNonNull(dialect);
        transforms = List.copyOf(transforms);
    }

    public SubgraphSource(SubgraphName name, URI url, String sdl, Dialect dialect) {
        this(name, url, sdl, dialect, List.of());
    }

    /** A subgraph that speaks federation. */
    public SubgraphSource(SubgraphName name, URI url, String sdl) {
        this(name, url, sdl, Dialect.FEDERATION);
    }
}
