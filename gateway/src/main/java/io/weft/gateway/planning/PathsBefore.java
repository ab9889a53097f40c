package io.weft.gateway.planning;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.When;
import io.weft.gateway.planning.plan.DataPath;
import io.weft.gateway.supergraph.SubgraphField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Paths to objects, as they can be told before a level: past objects of other types where types are known by then. */
final class PathsBefore {
    private final QueryGraph graph;
    private final int level;
    private final When when;
    private final Set<Integer> waits = new TreeSet<>();

    /** @param when the paths are followed: a name that is not always there by then is not known */
    PathsBefore(QueryGraph graph, int level, When when) {
        this.graph = graph;
        this.level = level;
        this.when = when;
    }

    /**
     * Whoever tells objects apart by their types' names needs these whenever it is asked, so the names are asked for
     * then, too.
     */
    static void askTypenames(QueryGraph graph, List<Fact> facts) {
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (Fact fact : facts) {
                if (fact.step() instanceof Fact.Step.Hop) {
                    isMore |= askTypenames(graph, fact);
                }
            }
        }
    }

    private static boolean askTypenames(QueryGraph graph, Fact hop) {
        boolean isMore = false;
        When when = Objects.requireNonNull(hop.uses);
        for (Slot above = hop.place.slot; above != null; above = above.parent.slot) {
            if (above.places.size() > 1) {
                List<Fact> known = typenames(graph, above, hop.level());
                if (!known.isEmpty() && known.stream().noneMatch(fact -> fact.isUsedWherever(when))) {
                    Solution.use(known.getFirst(), when);
                    isMore = true;
                }
            }
        }
        return isMore;
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
                ? path.then(new DataPath.Step.OfType(names(place.slot, place.types)))
                : path;
    }

    /** The types' names, and those of the interface objects that may stand for them until more is known. */
    Set<String> names(Slot slot, List<String> types) {
        Set<String> names = new LinkedHashSet<>(types);
        for (Fact value : slot.values) {
            SubgraphField field = graph.field(value.subgraph, slot.parent.type(), slot.name);
            String type = field == null ? slot.type : field.type().typeName();
            boolean isTold = value.isUsed() && !graph.isStandIn(value.subgraph, type);
            if (isTold && graph.views().mayStandIn(value.subgraph, type)) {
                types.forEach(object -> names.add(graph.views().name(value.subgraph, type, object)));
            }
        }
        return names;
    }

    /** Whether objects of the slot have their type's name before the level. */
    boolean isTypenameKnown(Slot slot) {
        Optional<Fact> first = typenames(graph, slot, level).stream()
                .filter(fact -> fact.isUsedWherever(when))
                .findFirst();
        first.ifPresent(fact -> waits.add(ChooseSteps.request(graph, fact.level(), fact.subgraph)));
        return first.isPresent();
    }

    /** What brings the names of types before the level, first things first. */
    private static List<Fact> typenames(QueryGraph graph, Slot slot, int level) {
        List<Fact> sources = new ArrayList<>();
        for (Fact value : slot.values) {
            SubgraphField field = graph.field(value.subgraph, slot.parent.type(), slot.name);
            if (field != null
                    && !graph.views().mayStandIn(value.subgraph, field.type().typeName())) {
                sources.add(value);
            }
        }
        for (Place place : slot.places) {
            Slot typename = place.slot(FieldSelection.leaf(FieldSelection.TYPENAME));
            if (typename != null) {
                sources.addAll(typename.values);
            }
        }
        return sources.stream()
                .filter(fact -> fact.isUsed() && fact.level() < level)
                .sorted(Comparator.comparingInt(Fact::level))
                .toList();
    }
}
