package io.weft.gateway.execution;

import io.weft.gateway.supergraph.SubgraphName;
import java.util.Optional;
import java.util.Set;

/**
 * What the plan will ask about the objects of an answer, for whoever makes the answer and knows before it is complete which objects may be in
 * it: their fields can be asked for meanwhile. What is found ahead is used where it is about all objects that turn out to be there; else they are
 * asked for as planned. Safe for use by many threads.
 */
public interface Prefetch {

    /** Where nothing follows, or nothing that can be asked ahead. */
    Prefetch NONE = new Prefetch() {
        @Override
        public Set<SubgraphName> subgraphs(String field) {
            return Set.of();
        }

        @Override
        public Optional<Rider.OfNodes> ofNodes(String field, SubgraphName subgraph, Sureness sureness) {
            return Optional.empty();
        }

        @Override
        public Optional<Rider.RootField> rootField(String field, SubgraphName subgraph, int[] keys) {
            return Optional.empty();
        }

        @Override
        public void send(String field, SubgraphName subgraph, int[] keys) {}
    };

    /** Whether objects that are asked about will be there. */
    enum Sureness {
        /** Each of them, but perhaps one. */
        SURE,
        /** Nobody knows. */
        MAYBE
    }

    /**
     * Who will be asked about objects below a field by nothing but their integer key, and for no lists of objects: these would cost what
     * nobody may need.
     *
     * @param field of the answer, by its response key
     */
    Set<SubgraphName> subgraphs(String field);

    /** What is to be asked of the entities that a subgraph finds; empty where it is not asked ahead. Lists are, of those that are sure. */
    Optional<Rider.OfNodes> ofNodes(String field, SubgraphName subgraph, Sureness sureness);

    /** What is to be asked along with another question to the subgraph; empty where it is not asked ahead, or takes less at once. */
    Optional<Rider.RootField> rootField(String field, SubgraphName subgraph, int[] keys);

    /** Asks a subgraph for nothing else. */
    void send(String field, SubgraphName subgraph, int[] keys);
}
