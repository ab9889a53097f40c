package io.weft.gateway.planning;

import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.planning.QueryGraph.Way;
import io.weft.gateway.supergraph.AccessRules.Denied;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.SubgraphField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds all fields of an object that a plan could need: wanted ones, keys, requirements, and what is given below. */
final class CollectItems {
    /** How many objects deep keys of keys and requirements of requirements are followed: they may go in circles. */
    private static final int DEEPEST = 4;

    private final QueryGraph graph;
    private final Denied denied;

    CollectItems(QueryGraph graph, Denied denied) {
        this.graph = graph;
        this.denied = denied;
    }

    /**
     * Selections on an object.
     *
     * @param client whether the client asks, or a key or requirement does
     * @param around the conditions of everything above
     */
    record Source(SelectionSet selections, boolean client, Conditions around) {
        static Source needed(SelectionSet selections) {
            return new Source(selections, false, Conditions.ALWAYS);
        }
    }

    /**
     * One field of an object.
     *
     * @param denied whether the caller may not have it: it is not asked for
     */
    record Item(FieldSelection field, boolean client, Conditions conditions, boolean denied) {}

    /** Only what the selections name. */
    List<Item> only(String type, List<Source> sources) {
        List<Item> items = new ArrayList<>();
        // an object of a type that clients may not know is null for them, whatever they ask of it
        sources.stream()
                .filter(source -> !source.client() || graph.isVisible(type))
                .forEach(source -> flatten(type, source, items));
        if (!graph.ways(type).isEmpty() || !graph.contexts().selections(type).isEmpty()) {
            items.add(new Item(FieldSelection.leaf(FieldSelection.TYPENAME), false, Conditions.ALWAYS, false));
        }
        return items;
    }

    /**
     * What the selections name, all keys, what is given below, and what the fields among these require.
     *
     * @param depth how many objects above this one only a key or a requirement names
     */
    List<Item> all(String type, List<Source> sources, int depth) {
        List<Item> items = only(type, sources);
        if (depth >= DEEPEST) {
            return items;
        }
        for (Way way : graph.ways(type)) {
            flatten(type, Source.needed(way.key()), items);
        }
        graph.contexts().selections(type).forEach(selections -> flatten(type, Source.needed(selections), items));
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String name = items.get(i).field().name();
            if (!items.get(i).denied() && seen.add(name)) {
                for (int subgraph : graph.knowing(type)) {
                    SubgraphField field = graph.field(subgraph, type, name);
                    if (field != null) {
                        field.requires()
                                .map(FieldSet::selections)
                                .ifPresent(selections -> flatten(type, Source.needed(selections), items));
                    }
                }
            }
        }
        return items;
    }

    private void flatten(String type, Source source, List<Item> into) {
        for (Selection selection : source.selections().selections()) {
            Conditions conditions = source.around().and(selection.conditions());
            if (conditions.isNever()) {
                continue;
            }
            switch (selection) {
                case FieldSelection field -> {
                    if (!field.name().equals("__schema") && !field.name().equals("__type")) {
                        boolean isDenied = source.client() && denied.has(type, field.name());
                        into.add(new Item(field, source.client(), conditions, isDenied));
                    }
                }
                case InlineFragment fragment -> {
                    if (fragment.typeCondition()
                            .map(condition -> graph.possible(condition).contains(type))
                            .orElse(true)) {
                        flatten(type, new Source(fragment.selections(), source.client(), conditions), into);
                    }
                }
            }
        }
    }
}
