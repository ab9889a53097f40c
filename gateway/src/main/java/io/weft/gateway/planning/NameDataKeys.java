package io.weft.gateway.planning;

import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives each slot its key in the data tree: the client's name, or the field's, or {@code _0_name} where another
 * slot of the same object has that key, or where one request would ask for two types under it (an {@code ID} for one
 * member of a union, an {@code ID!} for another), which GraphQL forbids.
 */
final class NameDataKeys {
    private final QueryGraph graph;
    private int aliases;

    NameDataKeys(QueryGraph graph) {
        this.graph = graph;
    }

    void name(Place root) {
        name(List.of(root));
    }

    private void name(List<Place> together) {
        Map<String, List<Slot>> taken = new LinkedHashMap<>();
        for (Place place : together) {
            List<Slot> clientsFirst = new ArrayList<>();
            place.slots.values().stream()
                    .filter(slot -> slot.responseKey != null)
                    .forEach(clientsFirst::add);
            place.slots.values().stream()
                    .filter(slot -> slot.responseKey == null)
                    .forEach(clientsFirst::add);
            for (Slot slot : clientsFirst) {
                if (slot.isUsed() && !slot.isTypename()) {
                    slot.dataKey = free(slot, taken);
                    taken.computeIfAbsent(slot.dataKey, key -> new ArrayList<>())
                            .add(slot);
                }
            }
        }
        for (List<Slot> same : taken.values()) {
            List<Place> below =
                    same.stream().flatMap(slot -> slot.places.stream()).toList();
            if (!below.isEmpty()) {
                name(below);
            }
        }
    }

    private String free(Slot slot, Map<String, List<Slot>> taken) {
        String wish = slot.responseKey == null ? slot.name : slot.responseKey;
        String key = wish;
        while (key.equals("__typename") || !fits(slot, taken.getOrDefault(key, List.of()))) {
            key = "_" + aliases++ + "_" + wish.replaceFirst("^_+", "");
        }
        return key;
    }

    private boolean fits(Slot slot, List<Slot> others) {
        for (Slot other : others) {
            if (other.parent == slot.parent || !fits(slot, other)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Slot one, Slot other) {
        boolean same = Slot.Key.of(field(one)).equals(Slot.Key.of(field(other)));
        boolean exclusive = one.parent.slot == other.parent.slot;
        for (Fact value : one.values) {
            for (Fact fact : other.values) {
                if (value.isUsed()
                        && fact.isUsed()
                        && graph.views().first(value.subgraph) == graph.views().first(fact.subgraph)
                        && !fits(value, one, fact, other, same, exclusive)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean fits(Fact value, Slot one, Fact fact, Slot other, boolean same, boolean exclusive) {
        SubgraphType.Composite first = graph.view(value.subgraph, one.parent.type());
        SubgraphType.Composite second = graph.view(fact.subgraph, other.parent.type());
        if (first == null || second == null) {
            return true;
        }
        boolean mayMeet = !exclusive || first.name().equals(second.name());
        return (same || !mayMeet)
                && sameShape(
                        Objects.requireNonNull(typeOf(first.fields().get(one.name))),
                        Objects.requireNonNull(typeOf(second.fields().get(other.name))));
    }

    private static FieldSelection field(Slot slot) {
        return new FieldSelection(slot.name, slot.name, slot.arguments, Conditions.ALWAYS, SelectionSet.EMPTY);
    }

    private static @Nullable TypeReference typeOf(@Nullable SubgraphField field) {
        return field == null ? null : field.type();
    }

    /** The specification's SameResponseShape, without what stands below. */
    private boolean sameShape(TypeReference one, TypeReference other) {
        if (one instanceof TypeReference.NonNull(TypeReference first)) {
            return other instanceof TypeReference.NonNull(TypeReference second) && sameShape(first, second);
        }
        if (one instanceof TypeReference.ListOf(TypeReference first)) {
            return other instanceof TypeReference.ListOf(TypeReference second) && sameShape(first, second);
        }
        if (!(other instanceof TypeReference.Named)) {
            return false;
        }
        return one.typeName().equals(other.typeName())
                || graph.isComposite(one.typeName()) && graph.isComposite(other.typeName());
    }
}
