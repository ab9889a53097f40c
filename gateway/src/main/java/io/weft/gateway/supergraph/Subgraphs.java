package io.weft.gateway.supergraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All subgraphs and the ways into them: what a plan is made of. Immutable; asking it costs a map look-up. */
public final class Subgraphs {

    private final Map<SubgraphName, Subgraph> byName = new LinkedHashMap<>();
    private final List<Lookup> lookups;
    private final Map<Place, List<Lookup>> lookupsByPlace = new HashMap<>();
    private final Map<String, List<Lookup>> lookupsByType = new HashMap<>();

    private record Place(SubgraphName subgraph, String type) {}

    /**
     * @param subgraphs in the order they were given; plans prefer earlier ones where all else is equal
     * @param lookups   all ways into subgraphs, in the order of {@code subgraphs}
     * @throws IllegalArgumentException where two subgraphs share a name
     */
    public Subgraphs(List<Subgraph> subgraphs, List<Lookup> lookups) {
        for (Subgraph subgraph : subgraphs) {
            if (byName.put(subgraph.name(), subgraph) != null) {
                throw new IllegalArgumentException("two subgraphs share a name: " + subgraph.name());
            }
        }
        this.lookups = List.copyOf(lookups);
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
    public List<Subgraph> all() {
        return List.copyOf(byName.values());
    }

    /** All ways into subgraphs, in the order of {@link #all()}. */
    public List<Lookup> lookups() {
        return lookups;
    }

    /** @throws IllegalArgumentException where there is no such subgraph */
    public Subgraph subgraph(SubgraphName name) {
        Subgraph found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no subgraph " + name);
        }
        return found;
    }

    /** The lookups that find {@code typeName} in {@code subgraph}. */
    public List<Lookup> lookups(SubgraphName subgraph, String typeName) {
        return lookupsByPlace.getOrDefault(new Place(subgraph, typeName), List.of());
    }

    /** The lookups that find {@code typeName} in any subgraph, in the order of {@link #all()}. */
    public List<Lookup> lookups(String typeName) {
        return lookupsByType.getOrDefault(typeName, List.of());
    }
}
