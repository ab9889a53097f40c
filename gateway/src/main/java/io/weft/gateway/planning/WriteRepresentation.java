package io.weft.gateway.planning;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import io.weft.gateway.planning.plan.Representation.Role;
import io.weft.gateway.supergraph.SubgraphField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says where the fields of a key and of requirements are to be read from in the data tree. */
final class WriteRepresentation {
    private final QueryGraph graph;
    private final int subgraph;

    /** @param subgraph that is sent the representation */
    WriteRepresentation(QueryGraph graph, int subgraph) {
        this.graph = graph;
        this.subgraph = subgraph;
    }

    /** Empty where two requirements want different values under one name: they cannot be sent together. */
    Optional<List<RepresentationField>> fields(Place place, SelectionSet key, List<SelectionSet> requirements) {
        List<RepresentationField> fields = new ArrayList<>();
        boolean consistent = collect(place, key, Role.KEY, Set.of(), fields);
        for (SelectionSet requirement : requirements) {
            consistent &= collect(place, requirement, Role.REQUIREMENT, Set.of(), fields);
        }
        return consistent ? Optional.of(List.copyOf(fields)) : Optional.empty();
    }

    private boolean collect(
            Place place, SelectionSet set, Role role, Set<String> onTypes, List<RepresentationField> into) {
        boolean consistent = true;
        for (Selection selection : set.selections()) {
            consistent &= switch (selection) {
                case FieldSelection field -> collect(place, field, role, onTypes, into);
                case InlineFragment fragment ->
                    !fragment.typeCondition()
                                    .map(type -> graph.possible(type).contains(place.type()))
                                    .orElse(true)
                            || collect(place, fragment.selections(), role, onTypes, into);
            };
        }
        return consistent;
    }

    private boolean collect(
            Place place, FieldSelection field, Role role, Set<String> onTypes, List<RepresentationField> into) {
        Slot slot = place.slot(field);
        if (field.name().equals(FieldSelection.TYPENAME) || slot == null) {
            return true;
        }
        List<RepresentationField> children = new ArrayList<>();
        boolean consistent = true;
        if (slot.isComposite) {
            if (graph.isAbstract(slot.type)) {
                children.add(new RepresentationField(
                        FieldSelection.TYPENAME, FieldSelection.TYPENAME, role, List.of(), Set.of()));
            }
            boolean several = slot.places.size() > 1;
            for (Place below : slot.places) {
                Set<String> types = several ? new LinkedHashSet<>(below.types) : Set.of();
                consistent &= collect(below, field.selections(), role, types, children);
            }
        }
        RepresentationField added =
                new RepresentationField(field.name(), slot.dataKey, own(role, place, field), children, onTypes);
        for (int i = 0; i < into.size(); i++) {
            RepresentationField known = into.get(i);
            if (known.name().equals(added.name()) && known.onTypes().equals(onTypes)) {
                if (!known.dataKey().equals(added.dataKey())) {
                    return false;
                }
                into.set(i, merged(known, added));
                return consistent;
            }
        }
        into.add(added);
        return consistent;
    }

    private Role own(Role role, Place place, FieldSelection field) {
        SubgraphField there = graph.field(subgraph, place.type(), field.name());
        boolean mayBeNull = there != null && !(there.type() instanceof TypeReference.NonNull);
        return role == Role.KEY && mayBeNull ? Role.KEY_OR_NULL : role;
    }

    private static RepresentationField merged(RepresentationField one, RepresentationField other) {
        List<RepresentationField> children = new ArrayList<>(one.children());
        for (RepresentationField child : other.children()) {
            int same = -1;
            for (int i = 0; i < children.size() && same < 0; i++) {
                RepresentationField known = children.get(i);
                same = known.name().equals(child.name()) && known.onTypes().equals(child.onTypes()) ? i : -1;
            }
            if (same < 0) {
                children.add(child);
            } else {
                children.set(same, merged(children.get(same), child));
            }
        }
        Role strictest = one.role().compareTo(other.role()) < 0 ? one.role() : other.role();
        return new RepresentationField(one.name(), one.dataKey(), strictest, children, one.onTypes());
    }
}
