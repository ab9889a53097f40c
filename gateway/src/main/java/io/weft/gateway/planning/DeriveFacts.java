package io.weft.gateway.planning;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.planning.Fact.Step;
import io.weft.gateway.planning.Place.Entrance;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Finds what can be had from whom, and after how many requests in a row, by reasoning forward.
 *
 * <p>Level 0 is what the subgraphs' root fields yield. Level n + 1 is what can be looked up with the keys (and
 * requirements) known at level n, and what comes with it. It ends with the level at which everything wanted is known,
 * or when nothing new is found. Each fact is derived once and remembers all ways to it that were found, so the work
 * grows with places times subgraphs, never with the number of paths.
 */
final class DeriveFacts {
    private final QueryGraph graph;
    private final List<Place> places = new ArrayList<>();
    private final Deque<Fact> fresh = new ArrayDeque<>();
    private final Set<Hopped> hopped = new HashSet<>();
    private int level;

    private DeriveFacts(QueryGraph graph) {
        this.graph = graph;
    }

    private record Hopped(Place place, Entrance entrance, List<Slot> requirements) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Hopped(Place otherPlace, Entrance otherEntrance, List<Slot> otherRequirements)
                    && place == otherPlace
                    && entrance == otherEntrance
                    && requirements == otherRequirements;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(entrance) * 31 + System.identityHashCode(requirements);
        }
    }

    /**
     * @param roots   the subgraphs whose root type may be asked
     * @param goals   the slots that are wanted
     * @param avoided the subgraphs that are looked at for what is not found without them
     * @return the last level
     */
    static int of(QueryGraph graph, Place root, IntPredicate roots, List<Slot> goals, BitSet avoided) {
        DeriveFacts derivation = new DeriveFacts(graph);
        derivation.collect(root);
        derivation.enter(root, subgraph -> roots.test(subgraph) && !avoided.get(subgraph));
        derivation.run(goals, subgraph -> !avoided.get(subgraph));
        if (!avoided.isEmpty()) {
            derivation.enter(root, subgraph -> roots.test(subgraph) && avoided.get(subgraph));
            derivation.run(goals, _ -> true);
        }
        return derivation.level;
    }

    private void enter(Place root, IntPredicate roots) {
        for (int subgraph = 0; subgraph < graph.size(); subgraph++) {
            if (roots.test(subgraph) && graph.view(subgraph, root.type()) != null) {
                presence(root, subgraph, SelectionSet.EMPTY, new Step.Enter());
            }
        }
    }

    private void collect(Place place) {
        places.add(place);
        place.slots.values().forEach(slot -> slot.places.forEach(this::collect));
    }

    private void run(List<Slot> goals, IntPredicate asked) {
        close();
        while (goals.stream().anyMatch(goal -> goal.values.isEmpty())) {
            List<Runnable> hops = new ArrayList<>();
            places.forEach(place -> collectHops(place, asked, hops));
            if (hops.isEmpty()) {
                break;
            }
            level++;
            hops.forEach(Runnable::run);
            close();
        }
    }

    private void collectHops(Place place, IntPredicate asked, List<Runnable> hops) {
        for (Entrance entrance : place.entrances) {
            int subgraph = entrance.way().subgraph();
            if (!asked.test(subgraph) || !known(entrance.inputs())) {
                continue;
            }
            if (hopped.add(new Hopped(place, entrance, List.of()))) {
                Step step = new Step.Hop(entrance, List.of());
                hops.add(() -> presence(place, subgraph, SelectionSet.EMPTY, step));
            }
            entrance.requirements().forEach((slot, needed) -> {
                if (known(needed) && hopped.add(new Hopped(place, entrance, needed))) {
                    Step step = new Step.Hop(entrance, needed);
                    hops.add(() -> value(place, slot, subgraph, SelectionSet.EMPTY, step));
                }
            });
        }
    }

    private static boolean known(List<Slot> slots) {
        return slots.stream().noneMatch(slot -> slot.values.isEmpty());
    }

    private void close() {
        for (Fact fact = fresh.poll(); fact != null; fact = fresh.poll()) {
            if (fact.slot == null) {
                answer(fact);
            } else if (fact.slot.isComposite) {
                descend(fact, fact.slot);
            }
        }
    }

    private void answer(Fact presence) {
        Place place = presence.place;
        SubgraphType.Composite view = graph.view(presence.subgraph, place.type());
        if (view == null) {
            return;
        }
        for (Slot slot : place.slots.values()) {
            if (slot.isTypename()) {
                if (view.name().equals(place.type())) {
                    value(place, slot, presence.subgraph, SelectionSet.EMPTY, new Step.Answer(presence));
                }
                continue;
            }
            SubgraphField field = view.fields().get(slot.name);
            if (field == null) {
                continue;
            }
            SelectionSet provided = below(presence.provided, slot.name, place.type());
            boolean isProvided = names(presence.provided, slot.name, place.type());
            if (isProvided || graph.isAnswered(presence.subgraph, field) && !field.isDemanding()) {
                value(place, slot, presence.subgraph, provided, new Step.Answer(presence));
            }
        }
    }

    private void descend(Fact value, Slot slot) {
        SubgraphField field = graph.field(value.subgraph, slot.parent.type(), slot.name);
        if (field == null) {
            return;
        }
        SelectionSet provided = field.provides()
                .map(FieldSet::selections)
                .map(own -> joined(own, value.provided))
                .orElse(value.provided);
        String declared = field.type().typeName();
        Set<String> possible = graph.possibleIn(value.subgraph, declared);
        for (Place place : slot.places) {
            if (possible.contains(place.type())) {
                int reached = graph.views().reached(value.subgraph, declared, place.type());
                presence(place, reached, provided, new Step.Descend(value));
            }
        }
    }

    private void presence(Place place, int subgraph, SelectionSet provided, Step step) {
        derive(place.presences, new Fact(place, null, subgraph, provided, level), step);
    }

    private void value(Place place, Slot slot, int subgraph, SelectionSet provided, Step step) {
        derive(slot.values, new Fact(place, slot, subgraph, provided, level), step);
    }

    private void derive(List<Fact> known, Fact candidate, Step step) {
        for (Fact fact : known) {
            if (fact.subgraph == candidate.subgraph && fact.provided.equals(candidate.provided)) {
                fact.steps.add(step);
                return;
            }
        }
        candidate.steps.add(step);
        known.add(candidate);
        fresh.add(candidate);
    }

    private boolean names(SelectionSet provided, String field, String type) {
        return provided.selections().stream().anyMatch(selection -> switch (selection) {
            case FieldSelection selected -> selected.name().equals(field);
            case InlineFragment fragment -> applies(fragment, type) && names(fragment.selections(), field, type);
        });
    }

    private SelectionSet below(SelectionSet provided, String field, String type) {
        SelectionSet found = SelectionSet.EMPTY;
        for (Selection selection : provided.selections()) {
            SelectionSet more = switch (selection) {
                case FieldSelection selected ->
                    selected.name().equals(field) ? selected.selections() : SelectionSet.EMPTY;
                case InlineFragment fragment ->
                    applies(fragment, type) ? below(fragment.selections(), field, type) : SelectionSet.EMPTY;
            };
            found = joined(found, more);
        }
        return found;
    }

    private boolean applies(InlineFragment fragment, String type) {
        return fragment.typeCondition()
                .map(condition -> graph.possible(condition).contains(type))
                .orElse(true);
    }

    private static SelectionSet joined(SelectionSet one, SelectionSet other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return new SelectionSet(Stream.concat(one.selections().stream(), other.selections().stream())
                .distinct()
                .toList());
    }
}
