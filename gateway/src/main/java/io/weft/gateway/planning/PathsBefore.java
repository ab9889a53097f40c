package io.weft.gateway.planning;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.planning.plan.DataPath;
import io.weft.gateway.supergraph.SubgraphField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Paths to objects, as they can be told before a level: past objects of other types where types are known by then. */
final class PathsBefore {
    private final QueryGraph graph;
    private final int level;
    private final Set<Integer> waits = new TreeSet<>();

    PathsBefore(QueryGraph graph, int level) {
        this.graph = graph;
        this.level = level;
    }

    /** The requests that bring the types' names the paths ask for. */
    Set<Integer> waits() {
        return waits;
    }

    /** From the root to the slot's objects, whatever their types. */
    DataPath to(Slot slot) {
        return to(slot.parent).then(new DataPath.Step.Key(slot.dataKey, slot.lists));
    }

    /** From the root to the place's objects. */
    DataPath to(Place place) {
        if (place.slot == null) {
            return DataPath.ROOT;
        }
        DataPath path = to(place.slot);
        return place.isOneOfSeveral() && isTypenameKnown(place.slot)
                ? path.then(new DataPath.Step.OfType(Set.copyOf(place.types)))
                : path;
    }

    /** Whether objects of the slot have their type's name before the level. */
    boolean isTypenameKnown(Slot slot) {
        List<Fact> sources = new ArrayList<>();
        for (Fact value : slot.values) {
            SubgraphField field = graph.field(value.subgraph, slot.parent.type(), slot.name);
            if (field != null && !graph.isStandIn(value.subgraph, field.type().typeName())) {
                sources.add(value);
            }
        }
        for (Place place : slot.places) {
            Slot typename = place.slot(FieldSelection.leaf(FieldSelection.TYPENAME));
            if (typename != null) {
                sources.addAll(typename.values);
            }
        }
        Optional<Fact> first = sources.stream()
                .filter(fact -> fact.isUsed() && fact.level() < level)
                .min(Comparator.comparingInt(Fact::level));
        first.ifPresent(fact -> waits.add(ChooseSteps.request(graph, fact.level(), fact.subgraph)));
        return first.isPresent();
    }
}
