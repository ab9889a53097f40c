package io.weft.gateway.supergraph;

import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** By the names of the types of pages and of their edges: the type of the objects that they list. */
    public Map<String, String> listed() {
        Map<String, String> listed = new HashMap<>();
        for (EntitySelection selection : entities) {
            listed.put(selection.entity() + "Connection", selection.entity());
            listed.put(selection.entity() + "Edge", selection.entity());
        }
        return listed;
    }
}
