package io.weft.gateway.planning;

import io.weft.gateway.supergraph.SubgraphField;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The object types a field's value may have. A field that several subgraphs answer has the same value in each, so it
 * cannot be of a type that one of them does not know. Only those subgraphs count that might have the object the field
 * is of: what others would answer for other objects says nothing.
 *
 * @param expected   those that all these subgraphs know
 * @param unexpected those that only some of them know
 */
record RuntimeTypes(
        Set<String> expected, Set<String> unexpected, QueryGraph graph, Map<Integer, Set<String>> bySubgraph) {

    static RuntimeTypes of(QueryGraph graph, Slot slot) {
        Set<String> all = graph.possible(slot.type);
        Set<String> common = new LinkedHashSet<>(all);
        Map<Integer, Set<String>> bySubgraph = new LinkedHashMap<>();
        for (int subgraph : graph.knowing(slot.parent.type())) {
            SubgraphField field = graph.field(subgraph, slot.parent.type(), slot.name);
            if (field == null || !slot.parent.candidates.get(subgraph)) {
                continue;
            }
            String type = field.type().typeName();
            Set<String> possible = graph.possibleIn(subgraph, type);
            bySubgraph.put(subgraph, possible);
            if (graph.isAnswered(subgraph, field) && !graph.isStandIn(subgraph, type)) {
                common.retainAll(possible);
            }
        }
        Set<String> any = new LinkedHashSet<>(all);
        any.removeIf(type -> bySubgraph.values().stream().noneMatch(possible -> possible.contains(type)));
        Set<String> expected = common.isEmpty() || bySubgraph.isEmpty() ? any : common;
        if (expected.isEmpty()) {
            expected = all;
        }
        any.removeAll(expected);
        return new RuntimeTypes(expected, any, graph, bySubgraph);
    }

    /** The subgraphs that might have the objects: those that answer the field, and those that can look them up. */
    BitSet candidates(List<String> types) {
        BitSet candidates = new BitSet();
        bySubgraph.forEach((subgraph, possible) -> {
            if (types.stream().anyMatch(possible::contains)) {
                candidates.set(subgraph);
            }
        });
        graph.ways(types.getFirst()).forEach(way -> candidates.set(way.subgraph()));
        return candidates;
    }
}
