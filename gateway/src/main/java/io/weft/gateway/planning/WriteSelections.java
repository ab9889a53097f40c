package io.weft.gateway.planning;

import io.weft.gateway.document.Argument;
import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.When;
import io.weft.gateway.planning.Fact.Step;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes what comes with a fact as a selection set in its subgraph's own terms. */
final class WriteSelections {
    private static final Selection TYPENAME = FieldSelection.leaf(FieldSelection.TYPENAME);

    private final QueryGraph graph;
    private final Map<Fact, List<Fact>> below = new IdentityHashMap<>();

    WriteSelections(QueryGraph graph, List<Fact> used) {
        this.graph = graph;
        for (Fact fact : used) {
            switch (fact.step()) {
                case Step.Descend(Fact value) -> come(value, fact);
                case Step.Answer(Fact presence) -> come(presence, fact);
                case Step.Enter ignored -> {}
                case Step.Hop ignored -> {}
            }
        }
    }

    private void come(Fact with, Fact fact) {
        below.computeIfAbsent(with, key -> new ArrayList<>()).add(fact);
    }

    /** What comes with objects, or the value itself. */
    List<Selection> of(Fact fact, When around, Conditions known) {
        if (fact.slot != null) {
            return value(fact, fact.slot, around, known);
        }
        List<Selection> selections = new ArrayList<>();
        for (Fact value : below.getOrDefault(fact, List.of())) {
            selections.addAll(value(value, value.theSlot(), around, known));
        }
        return selections;
    }

    private List<Selection> value(Fact fact, Slot slot, When around, Conditions known) {
        List<Selection> selections = new ArrayList<>();
        When uses = Objects.requireNonNull(fact.uses);
        for (Conditions alternative : uses.anyOf()) {
            boolean here = known.isImpliedBy(alternative);
            boolean elsewhere = around.anyOf().stream().anyMatch(other -> other.isImpliedBy(alternative));
            if (here || !elsewhere) {
                selections.add(new FieldSelection(
                        slot.dataKey,
                        slot.name,
                        arguments(fact, slot),
                        alternative.without(known),
                        slot.isComposite ? objects(fact, slot, uses, alternative) : SelectionSet.EMPTY));
            }
        }
        return selections;
    }

    private List<Argument> arguments(Fact fact, Slot slot) {
        SubgraphField field = graph.field(fact.subgraph, slot.parent.type(), slot.name);
        if (field == null || field.contextual().isEmpty()) {
            return slot.arguments;
        }
        String type = graph.viewName(fact.subgraph, slot.parent.type());
        List<Argument> arguments = new ArrayList<>(slot.arguments);
        field.contextual()
                .forEach(argument -> arguments.add(Argument.ofVariable(
                        argument.name(), graph.contexts().variable(fact.subgraph, type, field, argument))));
        return arguments;
    }

    private SelectionSet objects(Fact value, Slot slot, When around, Conditions known) {
        Map<Place, List<Selection>> byPlace = new LinkedHashMap<>();
        for (Fact presence : below.getOrDefault(value, List.of())) {
            byPlace.computeIfAbsent(presence.place, key -> new ArrayList<>()).addAll(of(presence, around, known));
        }
        SubgraphField field = graph.field(value.subgraph, slot.parent.type(), slot.name);
        String type = field == null ? slot.type : field.type().typeName();
        return objects(value.subgraph, type, byPlace);
    }

    /**
     * Selections on {@code type} of the subgraph, for objects of several places: what all have in common stands
     * before the fragments, where the type has it.
     */
    SelectionSet objects(int subgraph, String type, Map<Place, List<Selection>> byPlace) {
        Set<Selection> selections = new LinkedHashSet<>();
        switch (graph.type(subgraph, type)) {
            case SubgraphType.InterfaceType abstracted -> {
                selections.add(TYPENAME);
                Set<Selection> common = common(subgraph, abstracted, byPlace);
                selections.addAll(common);
                fragments(subgraph, type, abstracted.implementations(), byPlace, common, selections);
            }
            case SubgraphType.UnionType union -> {
                selections.add(TYPENAME);
                fragments(subgraph, type, union.members(), byPlace, Set.of(), selections);
            }
            case null, default -> byPlace.values().forEach(selections::addAll);
        }
        return selections.isEmpty() ? SelectionSet.of(TYPENAME) : new SelectionSet(List.copyOf(selections));
    }

    private void fragments(
            int subgraph,
            String declared,
            Set<String> possible,
            Map<Place, List<Selection>> byPlace,
            Set<Selection> common,
            Set<Selection> into) {
        byPlace.forEach((place, selections) -> {
            List<Selection> own = selections.stream()
                    .filter(selection -> !common.contains(selection) && !selection.equals(TYPENAME))
                    .distinct()
                    .toList();
            if (!own.isEmpty()) {
                place.types.stream()
                        .map(type -> graph.views().name(subgraph, declared, type))
                        .filter(possible::contains)
                        .distinct()
                        .forEach(type -> into.add(
                                new InlineFragment(Optional.of(type), Conditions.ALWAYS, new SelectionSet(own))));
            }
        });
    }

    private Set<Selection> common(int subgraph, SubgraphType.InterfaceType type, Map<Place, List<Selection>> byPlace) {
        Set<String> covered = new LinkedHashSet<>();
        byPlace.keySet().forEach(place -> covered.addAll(place.types));
        if (byPlace.isEmpty() || !covered.containsAll(type.implementations())) {
            return Set.of();
        }
        Set<Selection> common = new LinkedHashSet<>(byPlace.values().iterator().next());
        byPlace.values().forEach(common::retainAll);
        common.removeIf(
                selection -> !(selection instanceof FieldSelection field) || !isAlike(subgraph, type, field.name()));
        return common;
    }

    /** Whether the interface has the field with the same type as all its implementations. */
    private boolean isAlike(int subgraph, SubgraphType.InterfaceType type, String name) {
        SubgraphField field = type.fields().get(name);
        return field != null
                && type.implementations().stream().allMatch(implementation -> {
                    SubgraphField own = graph.field(subgraph, implementation, name);
                    return own != null
                            && own.type().typeName().equals(field.type().typeName());
                });
    }
}
