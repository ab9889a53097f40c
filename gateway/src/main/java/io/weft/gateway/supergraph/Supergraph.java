package io.weft.gateway.supergraph;

import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All subgraphs as one graph. Immutable; asking it costs a map look-up. */
public final class Supergraph {

    private final Map<SubgraphName, Subgraph> subgraphs;
    private final GraphQLSchema schema;
    private final GraphQLSchema apiSchema;
    private final List<Lookup> lookups;
    private final Optional<Selections> selections;
    private final AccessRules access;
    private final Map<Place, List<Lookup>> lookupsByPlace;
    private final Map<String, List<Lookup>> lookupsByType;

    private record Place(SubgraphName subgraph, String type) {}

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
        this(subgraphs, schema, apiSchema, lookups, selections, AccessRules.NONE);
    }

    /** @param access who may have which fields */
    public Supergraph(
            List<Subgraph> subgraphs,
            GraphQLSchema schema,
            GraphQLSchema apiSchema,
            List<Lookup> lookups,
            Optional<Selections> selections,
            AccessRules access) {
        this.access = access;
        this.subgraphs = new LinkedHashMap<>();
        for (Subgraph subgraph : subgraphs) {
            if (this.subgraphs.put(subgraph.name(), subgraph) != null) {
                throw new IllegalArgumentException("two subgraphs share a name: " + subgraph.name());
            }
        }
        this.schema = Objects.requireNonNull(schema);
        this.apiSchema = Objects.requireNonNull(apiSchema);
        this.lookups = List.copyOf(lookups);
        this.selections = selections;
        this.lookupsByPlace = new HashMap<>();
        this.lookupsByType = new HashMap<>();
        for (Lookup lookup : lookups) {
            lookupsByPlace
                    .computeIfAbsent(new Place(lookup.subgraph(), lookup.type()), key -> new ArrayList<>())
                    .add(lookup);
            lookupsByType
                    .computeIfAbsent(lookup.type(), key -> new ArrayList<>())
                    .add(lookup);
        }
        lookupsByPlace.replaceAll((place, found) -> List.copyOf(found));
        lookupsByType.replaceAll((type, found) -> List.copyOf(found));
    }

    /** In the order they were given. */
    public List<Subgraph> subgraphs() {
        return List.copyOf(subgraphs.values());
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
        return lookups;
    }

    /** What the gateway itself answers, where subgraphs offer to be selected from. */
    public Optional<Selections> selections() {
        return selections;
    }

    /** @throws IllegalArgumentException where there is no such subgraph */
    public Subgraph subgraph(SubgraphName name) {
        Subgraph found = subgraphs.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no subgraph " + name);
        }
        return found;
    }

    /** The lookups that find {@code typeName} in {@code subgraph}. */
    public List<Lookup> lookups(SubgraphName subgraph, String typeName) {
        return lookupsByPlace.getOrDefault(new Place(subgraph, typeName), List.of());
    }

    /** The lookups that find {@code typeName} in any subgraph, in the order of {@link #subgraphs()}. */
    public List<Lookup> lookups(String typeName) {
        return lookupsByType.getOrDefault(typeName, List.of());
    }
}
