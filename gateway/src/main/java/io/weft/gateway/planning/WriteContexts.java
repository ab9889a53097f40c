package io.weft.gateway.planning;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.planning.plan.ContextValue;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import io.weft.gateway.planning.plan.Representation.Role;
import io.weft.gateway.supergraph.ContextualArgument;
import io.weft.gateway.supergraph.SubgraphField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says where the values of contextual arguments are to be read from in the data tree. */
final class WriteContexts {
    private final QueryGraph graph;

    WriteContexts(QueryGraph graph) {
        this.graph = graph;
    }

    /** The values that fields of the group are given, in the order of their variables' names. */
    List<ContextValue> values(HopGroup group, PathsBefore paths) {
        Map<String, ContextValue> values = new TreeMap<>();
        group.hops()
                .values()
                .forEach(hops -> hops.forEach(hop -> {
                    if (hop.slot != null) {
                        String type = graph.viewName(hop.subgraph, hop.place.type());
                        SubgraphField field = graph.field(hop.subgraph, hop.place.type(), hop.slot.name);
                        if (field != null) {
                            for (ContextualArgument argument : field.contextual()) {
                                String variable = graph.contexts().variable(hop.subgraph, type, field, argument);
                                values.put(
                                        variable,
                                        new ContextValue(
                                                variable,
                                                argument.type(),
                                                List.of(origin(hop.place, argument, paths))));
                            }
                        }
                    }
                }));
        return List.copyOf(values.values());
    }

    private ContextValue.Origin origin(Place place, ContextualArgument argument, PathsBefore paths) {
        Place giving = place.giving(argument, graph);
        return new ContextValue.Origin(
                paths.to(giving).steps().size(),
                fields(giving, argument.selection().selections(), Set.of()));
    }

    private List<RepresentationField> fields(Place place, SelectionSet set, Set<String> onTypes) {
        List<RepresentationField> fields = new ArrayList<>();
        for (Selection selection : set.selections()) {
            switch (selection) {
                case FieldSelection field -> {
                    Slot slot = place.slot(field);
                    if (slot != null) {
                        fields.add(new RepresentationField(
                                field.name(), slot.dataKey, Role.REQUIREMENT, below(slot, field), onTypes));
                    }
                }
                case InlineFragment(var type, var conditions, SelectionSet below) -> {
                    if (type.map(name -> graph.possible(name).contains(place.type()))
                            .orElse(true)) {
                        fields.addAll(fields(place, below, onTypes));
                    }
                }
            }
        }
        return fields;
    }

    private List<RepresentationField> below(Slot slot, FieldSelection field) {
        List<RepresentationField> children = new ArrayList<>();
        for (Place below : slot.places) {
            Set<String> types = slot.places.size() > 1 ? new LinkedHashSet<>(below.types) : Set.of();
            children.addAll(fields(below, field.selections(), types));
        }
        return children;
    }
}
