package io.weft.gateway.planning;

import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.When;
import io.weft.gateway.planning.Fact.Step;
import io.weft.gateway.planning.QueryGraph.Way;
import io.weft.gateway.planning.plan.Call.KeyMatch;
import io.weft.gateway.planning.plan.DataPath;
import io.weft.gateway.planning.plan.Representation;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.SubgraphField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the hops and entrances of a solution into calls: one for all that is looked up at one slot, level, subgraph. */
final class DraftCalls {
    private final QueryGraph graph;
    private final WriteSelections selections;
    private final WriteRepresentation representation;

    DraftCalls(QueryGraph graph, Solution solution) {
        this.graph = graph;
        this.selections = new WriteSelections(graph, solution.facts());
        this.representation = new WriteRepresentation(graph);
    }

    /** What is looked up by one lookup in one place. */
    private record Group(int subgraph, int level, @Nullable Slot slot, Map<Place, List<Fact>> hops) {
        static Group of(Fact fact) {
            Group group = new Group(fact.subgraph, fact.level(), fact.place.slot, new LinkedHashMap<>());
            group.add(fact);
            return group;
        }

        void add(Fact fact) {
            hops.computeIfAbsent(fact.place, key -> new ArrayList<>()).add(fact);
        }

        boolean isFor(Fact fact) {
            return slot == fact.place.slot && level == fact.level() && subgraph == fact.subgraph;
        }
    }

    List<DraftCall> draft(List<Fact> facts) {
        List<DraftCall> calls = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        for (Fact fact : facts) {
            switch (fact.step()) {
                case Step.Enter ignored -> calls.add(root(fact));
                case Step.Hop ignored -> {
                    Optional<Group> group = groups.stream()
                            .filter(candidate -> candidate.isFor(fact) && isConsistent(candidate, fact))
                            .findFirst();
                    group.ifPresentOrElse(found -> found.add(fact), () -> groups.add(Group.of(fact)));
                }
                case Step.Descend ignored -> {}
                case Step.Answer ignored -> {}
            }
        }
        groups.forEach(group -> calls.add(lookup(group)));
        return calls;
    }

    private DraftCall root(Fact fact) {
        When when = Objects.requireNonNull(fact.uses);
        Conditions known = when.anyOf().size() == 1 ? when.anyOf().getFirst() : Conditions.ALWAYS;
        When around = when.anyOf().size() == 1 ? when : When.ALWAYS;
        SelectionSet set = new SelectionSet(selections.of(fact, around, known));
        return new DraftCall(fact.subgraph, 0, null, List.of(), List.of(), List.of(), set, when, Set.of());
    }

    /**
     * Whether what the fact needs can be sent along with what the others need: under the same names, and whenever the
     * others are asked. A requirement that a condition has left out would keep the others from being looked up.
     */
    private boolean isConsistent(Group group, Fact fact) {
        List<Fact> first = group.hops.values().iterator().next();
        if (!way(first).entry().equals(way(List.of(fact)).entry())) {
            return false;
        }
        List<Fact> others = group.hops.getOrDefault(fact.place, List.of());
        List<Fact> together = Stream.concat(others.stream(), Stream.of(fact)).toList();
        boolean requiring = together.stream().anyMatch(hop -> hop.slot != null);
        boolean alike = others.stream().allMatch(other -> Objects.equals(other.uses, fact.uses));
        return (alike || !requiring) && fields(fact.place, together).isPresent();
    }

    private Optional<List<Representation.RepresentationField>> fields(Place place, List<Fact> hops) {
        List<SelectionSet> requirements = new ArrayList<>();
        for (Fact hop : hops) {
            if (hop.slot != null) {
                SubgraphField field = graph.field(hop.subgraph, place.type(), hop.slot.name);
                Stream.ofNullable(field)
                        .flatMap(known -> known.requires().stream())
                        .map(FieldSet::selections)
                        .forEach(requirements::add);
            }
        }
        return representation.fields(place, way(hops).key(), requirements);
    }

    private static Way way(List<Fact> hops) {
        return ((Step.Hop) hops.getFirst().step()).entrance().way();
    }

    private DraftCall lookup(Group group) {
        Slot slot = Objects.requireNonNull(group.slot, "the root is never looked up");
        Set<Integer> after = new TreeSet<>();
        When when = null;
        for (List<Fact> hops : group.hops.values()) {
            for (Fact hop : hops) {
                hop.inputs().forEach(input -> after.add(ChooseSteps.request(graph, input.level(), input.subgraph)));
                when = when == null ? Objects.requireNonNull(hop.uses) : when.or(Objects.requireNonNull(hop.uses));
            }
        }
        Objects.requireNonNull(when);
        Lookup lookup = way(group.hops.values().iterator().next()).lookup();
        List<KeyMatch> matches = lookup instanceof Lookup.RootField root ? AskBack.matches(root, slot) : List.of();
        return new DraftCall(
                group.subgraph,
                group.level,
                lookup,
                List.of(path(slot, group.level, after)),
                lookup == null ? List.of() : representations(group, slot, after),
                matches,
                switch (lookup) {
                    case null -> rootSelections(group, when);
                    case Lookup.Entities ignored -> selections(group, when);
                    case Lookup.RootField root -> AskBack.added(root, matches, fieldSelections(group, root, when));
                },
                when,
                after);
    }

    private SelectionSet fieldSelections(Group group, Lookup.RootField lookup, When when) {
        Conditions known = when.anyOf().size() == 1 ? when.anyOf().getFirst() : Conditions.ALWAYS;
        When around = when.anyOf().size() == 1 ? when : When.ALWAYS;
        Map<Place, List<Selection>> byPlace = new LinkedHashMap<>();
        group.hops.forEach((place, hops) -> {
            Set<Selection> found = new LinkedHashSet<>();
            hops.forEach(hop -> found.addAll(selections.of(hop, around, known)));
            byPlace.put(place, List.copyOf(found));
        });
        String type = graph.rootField(group.subgraph, lookup.path()).type().typeName();
        return selections.objects(group.subgraph, type, byPlace);
    }

    private List<Representation> representations(Group group, Slot slot, Set<Integer> after) {
        List<Representation> all = new ArrayList<>();
        boolean alike = group.hops.entrySet().stream()
                        .map(hops -> fields(hops.getKey(), hops.getValue()))
                        .distinct()
                        .count()
                == 1;
        boolean everyone = alike && group.hops.size() == slot.places.size();
        group.hops.forEach((place, hops) -> {
            Way way = way(hops);
            Set<String> types = new LinkedHashSet<>(place.types);
            boolean ofObject = way.isOfObject(place.type());
            boolean certain = !graph.isAbstract(slot.type);
            boolean selective = ofObject ? !certain : !everyone && typenameKnown(slot, group.level, after);
            Representation next = new Representation(
                    selective ? types : Set.of(),
                    ofObject && !certain
                            ? new Representation.Typename.OfObject()
                            : new Representation.Typename.Fixed(way.type()),
                    fields(place, hops).orElseThrow());
            for (int i = 0; i < all.size(); i++) {
                Representation known = all.get(i);
                if (known.typename().equals(next.typename())
                        && known.fields().equals(next.fields())
                        && known.appliesTo().isEmpty() == next.appliesTo().isEmpty()) {
                    types.addAll(known.appliesTo());
                    all.set(i, new Representation(selective ? types : Set.of(), next.typename(), next.fields()));
                    return;
                }
            }
            all.add(next);
        });
        // where types are not known, an object takes the first one for which everything is there
        all.sort(Comparator.comparingInt(
                representation -> -representation.fields().size()));
        return all;
    }

    private SelectionSet rootSelections(Group group, When when) {
        Conditions known = when.anyOf().size() == 1 ? when.anyOf().getFirst() : Conditions.ALWAYS;
        When around = when.anyOf().size() == 1 ? when : When.ALWAYS;
        Set<Selection> found = new LinkedHashSet<>();
        group.hops.values().forEach(hops -> hops.forEach(hop -> found.addAll(selections.of(hop, around, known))));
        return new SelectionSet(List.copyOf(found));
    }

    private SelectionSet selections(Group group, When when) {
        Conditions known = when.anyOf().size() == 1 ? when.anyOf().getFirst() : Conditions.ALWAYS;
        When around = when.anyOf().size() == 1 ? when : When.ALWAYS;
        Map<String, Map<Place, List<Selection>>> byFragment = new LinkedHashMap<>();
        group.hops.forEach((place, hops) -> {
            Set<Selection> found = new LinkedHashSet<>();
            hops.forEach(hop -> found.addAll(selections.of(hop, around, known)));
            String type = way(hops).type();
            List<String> fragments = type.equals(place.type()) ? place.types : List.of(type);
            fragments.forEach(fragment -> byFragment
                    .computeIfAbsent(fragment, key -> new LinkedHashMap<>())
                    .put(place, List.copyOf(found)));
        });
        List<Selection> fragments = new ArrayList<>();
        byFragment.forEach((type, byPlace) -> fragments.add(new InlineFragment(
                Optional.of(type), Conditions.ALWAYS, selections.objects(group.subgraph, type, byPlace))));
        return new SelectionSet(fragments);
    }

    /** From the root to the slot, past objects of other types where their types are known by then. */
    private DataPath path(Slot slot, int level, Set<Integer> after) {
        DataPath path = DataPath.ROOT;
        Slot above = slot.parent.slot;
        if (above != null) {
            path = path(above, level, after);
            if (slot.parent.isOneOfSeveral() && typenameKnown(above, level, after)) {
                path = path.then(new DataPath.Step.OfType(Set.copyOf(slot.parent.types)));
            }
        }
        return path.then(new DataPath.Step.Key(slot.dataKey, slot.lists));
    }

    /** Whether objects of the slot have their type's name before {@code level}; waits for the request that brings it. */
    private boolean typenameKnown(Slot slot, int level, Set<Integer> after) {
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
        first.ifPresent(fact -> after.add(ChooseSteps.request(graph, fact.level(), fact.subgraph)));
        return first.isPresent();
    }
}
