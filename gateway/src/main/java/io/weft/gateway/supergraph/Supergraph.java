package io.weft.gateway.supergraph;

import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Objects;

/**
 * All subgraphs as one graph.
 *
 * @param subgraphs in the order they were given; plans prefer earlier ones where all else is equal
 * @param schema    the merged schema with everything in it, also what clients may not see
 * @param apiSchema what clients see: without {@code @inaccessible} elements and without federation's own
 * @param lookups   all ways into subgraphs, in the order of {@code subgraphs}
 */
public record Supergraph(
        List<Subgraph> subgraphs, GraphQLSchema schema, GraphQLSchema apiSchema, List<Lookup> lookups) {

    public Supergraph {
        subgraphs = List.copyOf(subgraphs);
        Objects.requireNonNull(schema);
        Objects.requireNonNull(apiSchema);
        lookups = List.copyOf(lookups);
        long names = subgraphs.stream().map(Subgraph::name).distinct().count();
        if (names != subgraphs.size()) {
            throw new IllegalArgumentException("two subgraphs share a name: "
                    + subgraphs.stream().map(Subgraph::name).toList());
        }
    }

    /** @throws IllegalArgumentException where there is no such subgraph */
    public Subgraph subgraph(SubgraphName name) {
        return subgraphs.stream()
                .filter(subgraph -> subgraph.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no subgraph " + name));
    }

    /** The lookups that find {@code typeName} in {@code subgraph}. */
    public List<Lookup> lookups(SubgraphName subgraph, String typeName) {
        return lookups.stream()
                .filter(lookup ->
                        lookup.subgraph().equals(subgraph) && lookup.type().equals(typeName))
                .toList();
    }
}
