package io.weft.gateway.planning;

import io.weft.gateway.supergraph.SubgraphField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The object types a field's value may have. A field that several subgraphs answer has the same value in each, so it
 * cannot be of a type that one of them does not know. Only those subgraphs count that might have the object the field
 * is of: what others would answer for other objects says nothing.
 *
 * @param expected   those that all these subgraphs know
 * @param unexpected those that only some of them know
 */
record RuntimeTypes(Set<String> expected, Set<String> unexpected, QueryGraph graph, List<Answering> answering) {

    /** @param type of the field, as the subgraph declares it */
    private record Answering(int subgraph, String type, Set<String> possible) {}

    static RuntimeTypes of(QueryGraph graph, Slot slot) {
        Set<String> all = graph.possible(slot.type);
        Set<String> common = new LinkedHashSet<>(all);
        List<Answering> answering = new ArrayList<>();
        for (int subgraph : graph.knowing(slot.parent.type())) {
            SubgraphField field = graph.field(subgraph, slot.parent.type(), slot.name);
            if (field == null || !slot.parent.candidates.get(subgraph)) {
                continue;
            }
            String type = field.type().typeName();
            Set<String> possible = graph.possibleIn(subgraph, type);
            answering.add(new Answering(subgraph, type, possible));
            if (graph.isAnswered(subgraph, field) && !graph.isStandIn(subgraph, type)) {
                common.retainAll(possible);
            }
        }
        Set<String> any = new LinkedHashSet<>(all);
        any.removeIf(
                type -> answering.stream().noneMatch(each -> each.possible().contains(type)));
        Set<String> expected = common.isEmpty() || answering.isEmpty() ? any : common;
        if (expected.isEmpty()) {
            expected = all;
        }
        any.removeAll(expected);
        return new RuntimeTypes(expected, any, graph, List.copyOf(answering));
    }

    /** The subgraphs that might have the objects: those that answer the field, and those that can look them up. */
    BitSet candidates(List<String> types) {
        BitSet candidates = new BitSet();
        for (Answering each : answering) {
            types.stream()
                    .filter(each.possible()::contains)
                    .forEach(type -> candidates.set(graph.views().reached(each.subgraph(), each.type(), type)));
        }
        graph.ways(types.getFirst()).forEach(way -> candidates.set(way.subgraph()));
        return candidates;
    }
}
