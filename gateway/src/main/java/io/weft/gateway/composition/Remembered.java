package io.weft.gateway.composition;

import io.weft.gateway.composition.graph.KnownGraph;
import io.weft.gateway.composition.subgraph.KnownDefinitions;

/**
 * What one composition leaves to the next, so that it does again only what is not the same. Nothing of it changes what comes of a
 * composition. Used by one thread at a time.
 *
 * <p>What a piece of SDL says is known by its text, so that the type which was not changed stays the same object through all steps. Steps
 * pass over types that hold nothing for them (see {@code Outline}), and what is made of a type is known by that object.
 */
public final class Remembered {

    private final KnownDefinitions definitions;
    private final KnownGraph graph = new KnownGraph();

    /** Of nothing yet. */
    public Remembered() {
        this(new KnownDefinitions());
    }

    /** @param definitions what is known of pieces of SDL */
    public Remembered(KnownDefinitions definitions) {
        this.definitions = definitions;
    }

    KnownDefinitions definitions() {
        return definitions;
    }

    KnownGraph graph() {
        return graph;
    }
}
