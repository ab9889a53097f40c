package io.weft.gateway.planning;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.planning.Place.Entrance;
import io.weft.gateway.planning.QueryGraph.Way;
import io.weft.gateway.supergraph.ContextualArgument;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.SubgraphField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says of a place by which lookups its objects can be found, and what has to be known for them and their fields. */
final class AddEntrances {
    private static final FieldSelection TYPENAME = FieldSelection.leaf(FieldSelection.TYPENAME);

    private final QueryGraph graph;
    private final Place place;
    private final Slot slot;

    private AddEntrances(QueryGraph graph, Place place, Slot slot) {
        this.graph = graph;
        this.place = place;
        this.slot = slot;
    }

    /** @param place grown, with all its fields; not the root, which needs no lookup */
    static void to(Place place, QueryGraph graph) {
        if (place.slot != null) {
            AddEntrances add = new AddEntrances(graph, place, place.slot);
            graph.ways(place.type()).forEach(add::entrance);
        }
    }

    private void entrance(Way way) {
        List<Slot> inputs = new ArrayList<>();
        if (!place.leaves(way.key(), graph, inputs)) {
            return;
        }
        boolean mayBeShut = mayBeShut(way, inputs);
        if (needsName(way) || way.lookup() == null) {
            addName(place, inputs);
        }
        Map<Slot, List<Slot>> requirements = new LinkedHashMap<>();
        for (Slot asked : place.slots.values()) {
            SubgraphField field = graph.field(way.subgraph(), place.type(), asked.name);
            if (field != null && isSentAlong(way, field)) {
                requirements(field).ifPresent(needed -> requirements.put(asked, needed));
            }
        }
        place.entrances.add(new Entrance(way, List.copyOf(inputs), mayBeShut, requirements));
    }

    private boolean needsName(Way way) {
        return graph.isAbstract(slot.type) && (way.isOfObject(place.type()) || mayComeAsMoreThan(way.type()));
    }

    /** Whether a subgraph may take the objects for something that others are too, which the way does not lead to. */
    private boolean mayComeAsMoreThan(String type) {
        Set<String> found = graph.possible(type);
        if (found.containsAll(graph.possible(slot.type))) {
            return false;
        }
        for (int subgraph : graph.knowing(slot.parent.type())) {
            SubgraphField field = graph.field(subgraph, slot.parent.type(), slot.name);
            if (field != null) {
                String name = graph.views().name(subgraph, field.type().typeName(), place.type());
                if (!name.equals(place.type()) && !found.containsAll(graph.possible(name))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As a representation is written: a part that the subgraph may have as null is sent as null, as long as another is not. */
    private boolean mayBeShut(Way way, List<Slot> key) {
        List<Slot> nullable = key.stream().filter(this::mayBeNull).toList();
        return !nullable.isEmpty()
                && (nullable.size() == key.size() || nullable.stream().anyMatch(part -> isNeededBy(way, part)));
    }

    private boolean mayBeNull(Slot part) {
        GraphQLFieldDefinition field = graph.definition(part.parent.type(), part.name);
        boolean isNullable = field == null || !(field.getType() instanceof GraphQLNonNull);
        return isNullable || part.parent != place && part.parent.slot != null && mayBeNull(part.parent.slot);
    }

    private boolean isNeededBy(Way way, Slot part) {
        SubgraphField there = graph.field(way.subgraph(), part.parent.type(), part.name);
        return there == null || there.type() instanceof TypeReference.NonNull;
    }

    /** Whether the field is asked by this way, and with more than the key. */
    private boolean isSentAlong(Way way, SubgraphField field) {
        boolean takesValues = field.contextual().isEmpty() || way.lookup() instanceof Lookup.Entities;
        return field.isDemanding()
                && takesValues
                && graph.isAnswered(way.subgraph(), field)
                && field.requires()
                        .map(required -> way.carries(required.selections()))
                        .orElse(true);
    }

    private static void addName(Place of, List<Slot> into) {
        Slot typename = of.slot(TYPENAME);
        if (typename != null && !into.contains(typename)) {
            into.add(typename);
        }
    }

    /** The leaves that have to be known; empty where the tree does not have them all. */
    private Optional<List<Slot>> requirements(SubgraphField field) {
        List<Slot> needed = new ArrayList<>();
        if (field.requires().isPresent() && !place.leaves(field.requires().get().selections(), graph, needed)) {
            return Optional.empty();
        }
        for (ContextualArgument argument : field.contextual()) {
            if (!isGiven(argument, needed)) {
                return Optional.empty();
            }
        }
        return Optional.of(needed);
    }

    /** Which object is the nearest one is told by the types of those on the way to it. */
    private boolean isGiven(ContextualArgument argument, List<Slot> needed) {
        for (Place above = slot.parent; above != null; above = above.slot == null ? null : above.slot.parent) {
            if (above.isOneOfSeveral()) {
                addName(above, needed);
            }
            if (graph.isGivenBy(above.type(), argument)) {
                return above.leaves(argument.selection().selections(), graph, needed);
            }
        }
        return false;
    }
}
