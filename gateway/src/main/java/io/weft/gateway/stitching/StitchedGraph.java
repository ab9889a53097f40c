package io.weft.gateway.stitching;

import java.util.Objects;

/**
 * What is said of a graph as a whole, and of no service in particular.
 *
 * @param typeMerging how the definitions of services become one
 * @param local       the gateway's own fields
 * @param services    whether all services are there
 */
public record StitchedGraph(TypeMerging typeMerging, LocalFields local, Services services) {

    /** Nothing is said. */
    public static final StitchedGraph PLAIN = new StitchedGraph(TypeMerging.USUAL, LocalFields.NONE, Services.ALL);

    public StitchedGraph {
        Objects.requireNonNull(typeMerging);
        Objects.requireNonNull(local);
        Objects.requireNonNull(services);
    }

    /** Which of the configured services the graph is made of. */
    public enum Services {
        ALL,
        /** Some have not told their schemas yet: what refers to them is left out until they do. */
        SOME_AWAY
    }

    public StitchedGraph with(Services present) {
        return new StitchedGraph(typeMerging, local, present);
    }
}
