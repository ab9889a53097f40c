package io.weft.gateway.supergraph;

import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The subgraph that the gateway itself is: root fields over the entities of several subgraphs.
 *
 * @param subgraph its name among the subgraphs
 * @param schema   its schema, executable by what fetches the data
 * @param entities at least one
 */
public record Selections(
        SubgraphName subgraph, Function<GraphQLCodeRegistry, GraphQLSchema> schema, List<EntitySelection> entities) {
    public Selections {
        Objects.requireNonNull(subgraph);
        Objects.requireNonNull(schema);
        entities = List.copyOf(entities);
    }
}
