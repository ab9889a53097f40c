package io.weft.gateway.supergraph;

import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All subgraphs as one graph. Immutable; asking it costs a map look-up. */
public final class Supergraph {

    private final Subgraphs subgraphs;
    private final GraphQLSchema schema;
    private final GraphQLSchema apiSchema;
    private final Optional<Selections> selections;
    private final AccessRules access;

    /**
     * @param subgraphs in the order they were given; plans prefer earlier ones where all else is equal
     * @param schema    the merged schema with everything in it, also what clients may not see
     * @param apiSchema what clients see: without {@code @inaccessible} elements and without federation's own
     * @param lookups   all ways into subgraphs, in the order of {@code subgraphs}
     */
    public Supergraph(List<Subgraph> subgraphs, GraphQLSchema schema, GraphQLSchema apiSchema, List<Lookup> lookups) {
        this(subgraphs, schema, apiSchema, lookups, Optional.empty());
    }

    /** @param selections what the gateway itself answers; its subgraph is one of {@code subgraphs} */
    public Supergraph(
            List<Subgraph> subgraphs,
            GraphQLSchema schema,
            GraphQLSchema apiSchema,
            List<Lookup> lookups,
            Optional<Selections> selections) {
        this(new Subgraphs(subgraphs, lookups), schema, apiSchema, selections, AccessRules.NONE);
    }

    /** @param access who may have which fields */
    public Supergraph(
            Subgraphs subgraphs,
            GraphQLSchema schema,
            GraphQLSchema apiSchema,
            Optional<Selections> selections,
            AccessRules access) {
        this.subgraphs = Objects.requireNonNull(subgraphs);
        this.schema = Objects.requireNonNull(schema);
        this.apiSchema = Objects.requireNonNull(apiSchema);
        this.selections = selections;
        this.access = access;
    }

    /** In the order they were given. */
    public List<Subgraph> subgraphs() {
        return subgraphs.all();
    }

    /** Who may have which fields. */
    public AccessRules access() {
        return access;
    }

    /** The merged schema with everything in it, also what clients may not see. */
    public GraphQLSchema schema() {
        return schema;
    }

    /** What clients see. */
    public GraphQLSchema apiSchema() {
        return apiSchema;
    }

    /** All ways into subgraphs, in the order of {@link #subgraphs()}. */
    public List<Lookup> lookups() {
        return subgraphs.lookups();
    }

    /** What the gateway itself answers, where subgraphs offer to be selected from. */
    public Optional<Selections> selections() {
        return selections;
    }

    /** @throws IllegalArgumentException where there is no such subgraph */
    public Subgraph subgraph(SubgraphName name) {
        return subgraphs.subgraph(name);
    }

    /** The lookups that find {@code typeName} in {@code subgraph}. */
    public List<Lookup> lookups(SubgraphName subgraph, String typeName) {
        return subgraphs.lookups(subgraph, typeName);
    }

    /** The lookups that find {@code typeName} in any subgraph, in the order of {@link #subgraphs()}. */
    public List<Lookup> lookups(String typeName) {
        return subgraphs.lookups(typeName);
    }
}
