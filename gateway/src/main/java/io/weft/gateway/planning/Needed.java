package io.weft.gateway.planning;

import io.weft.gateway.planning.Fact.Step;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What every solution of a tree has in common: facts to which there is no alternative, and whom they ask. */
final class Needed {
    private final Set<Fact> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final BitSet subgraphs = new BitSet();
    private final Set<Integer> atRoot = new HashSet<>();

    private Needed() {}

    static Needed of(List<Slot> goals) {
        Needed needed = new Needed();
        goals.forEach(needed::need);
        return needed;
    }

    /**
     * Whether it is worth trying to leave the request out: not where its subgraph must be asked and no other request
     * asks it.
     *
     * @param all of the solution
     */
    boolean mayDoWithout(int request, List<Integer> all, QueryGraph graph) {
        int subgraph = request % graph.size();
        if (request < graph.size() && atRoot.contains(subgraph)) {
            return false;
        }
        boolean alone = all.stream().noneMatch(other -> other != request && other % graph.size() == subgraph);
        return !(alone && subgraphs.get(subgraph));
    }

    private void need(Slot slot) {
        if (slot.values.size() == 1) {
            need(slot.values.getFirst());
        }
    }

    private void need(Fact fact) {
        if (fact.steps.size() != 1 || !seen.add(fact)) {
            return;
        }
        switch (fact.steps.getFirst()) {
            case Step.Enter() -> {
                subgraphs.set(fact.subgraph);
                atRoot.add(fact.subgraph);
            }
            case Step.Descend(Fact value) -> need(value);
            case Step.Answer(Fact presence) -> need(presence);
            case Step.Hop hop -> {
                subgraphs.set(fact.subgraph);
                hop.entrance().inputs().forEach(this::need);
                hop.requirements().forEach(this::need);
            }
        }
    }
}
