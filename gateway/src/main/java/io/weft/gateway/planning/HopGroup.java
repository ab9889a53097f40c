package io.weft.gateway.planning;

import io.weft.gateway.planning.Fact.Step;
import io.weft.gateway.planning.QueryGraph.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is looked up together: objects of one slot, at one level, in one subgraph.
 *
 * @param hops by place: the objects themselves (a fact without a slot), and fields that need something sent along
 */
record HopGroup(int subgraph, int level, Slot slot, Map<Place, List<Fact>> hops) {

    static HopGroup of(Fact fact) {
        Slot slot = Objects.requireNonNull(fact.place.slot, "the root is never looked up");
        HopGroup group = new HopGroup(fact.subgraph, fact.level(), slot, new LinkedHashMap<>());
        group.add(fact);
        return group;
    }

    void add(Fact fact) {
        hops.computeIfAbsent(fact.place, key -> new ArrayList<>()).add(fact);
    }

    boolean isFor(Fact fact) {
        return slot == fact.place.slot && level == fact.level() && subgraph == fact.subgraph;
    }

    List<Fact> at(Place place) {
        return hops.getOrDefault(place, List.of());
    }

    Way anyWay() {
        return way(hops.values().iterator().next());
    }

    static Way way(List<Fact> hops) {
        return ((Step.Hop) hops.getFirst().step()).entrance().way();
    }

    /**
     * Divided where the subgraph cannot tell the places' objects apart, since it knows their interface as an object, and
     * they do not have the same sent along: in one call, each would be asked what needs the other's.
     */
    List<HopGroup> bySharedNeeds(QueryGraph graph, Function<Fact, List<Object>> needs) {
        Map<Object, HopGroup> divided = new LinkedHashMap<>();
        hops.forEach((place, facts) -> {
            Object shared = graph.isStandIn(subgraph, way(facts).type())
                    ? facts.stream().map(needs).collect(Collectors.toSet())
                    : Set.of();
            divided.computeIfAbsent(shared, key -> new HopGroup(subgraph, level, slot, new LinkedHashMap<>()))
                    .hops()
                    .put(place, facts);
        });
        return divided.size() == 1 ? List.of(this) : List.copyOf(divided.values());
    }

    /** Divided by what has to be sent along; only of those places whose objects could be asked for less. */
    List<HopGroup> parts(Function<Fact, List<Object>> needs) {
        Map<List<Object>, HopGroup> parts = new LinkedHashMap<>();
        for (List<Fact> facts : hops.values()) {
            if (facts.stream().map(needs).distinct().count() > 1) {
                facts.forEach(fact -> parts.computeIfAbsent(
                                needs.apply(fact), key -> new HopGroup(subgraph, level, slot, new LinkedHashMap<>()))
                        .add(fact));
            }
        }
        return List.copyOf(parts.values());
    }
}
