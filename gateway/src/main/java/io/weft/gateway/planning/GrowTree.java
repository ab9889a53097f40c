package io.weft.gateway.planning;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.When;
import io.weft.gateway.planning.CollectItems.Item;
import io.weft.gateway.planning.CollectItems.Source;
import io.weft.gateway.supergraph.AccessRules.Denied;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Lays out everything a plan could need: for each object of the answer its wanted fields, and beside them the fields
 * of all keys it could be found by and of all requirements of the wanted fields. Objects of abstract type are told
 * apart by type where the client or a subgraph treats the types differently.
 */
final class GrowTree {
    private static final FieldSelection TYPENAME = FieldSelection.leaf(FieldSelection.TYPENAME);

    private final QueryGraph graph;
    private final CollectItems items;
    private final String rootOwner;

    /** @param mutation whether the root's fields act, so that each is asked once for each time it is selected */
    static Place of(QueryGraph graph, Denied denied, String rootType, SelectionSet selections, boolean mutation) {
        BitSet everyone = new BitSet();
        everyone.set(0, graph.size());
        Place root = new Place(null, List.of(rootType), everyone, false);
        new GrowTree(graph, denied, mutation ? "mutation" : "")
                .grow(root, List.of(new Source(selections, true, Conditions.ALWAYS)), 0);
        addEntrances(root, graph);
        return root;
    }

    /** When all is grown: what an entrance needs may stand anywhere above. */
    private static void addEntrances(Place place, QueryGraph graph) {
        AddEntrances.to(place, graph);
        place.slots.values().forEach(slot -> slot.places.forEach(below -> addEntrances(below, graph)));
    }

    private GrowTree(QueryGraph graph, Denied denied, String rootOwner) {
        this.graph = graph;
        this.items = new CollectItems(graph, denied);
        this.rootOwner = rootOwner;
    }

    private void grow(Place place, List<Source> sources, int depth) {
        add(place, items.all(place.type(), sources, depth), depth);
    }

    private void add(Place place, List<Item> items, int depth) {
        Map<Slot, List<Source>> below = new LinkedHashMap<>();
        for (Item item : items) {
            if (item.denied()) {
                continue;
            }
            Slot slot = place.slots.computeIfAbsent(key(place, item), key -> newSlot(place, item.field()));
            if (item.client()) {
                slot.want(When.of(item.conditions()), item.field().responseKey());
            }
            if (slot.isComposite) {
                below.computeIfAbsent(slot, key -> new ArrayList<>())
                        .add(new Source(item.field().selections(), item.client(), item.conditions()));
            }
        }
        below.forEach((slot, nested) -> growBelow(slot, nested, depth));
    }

    private Slot.Key key(Place place, Item item) {
        boolean apart = place.slot == null && !rootOwner.isEmpty();
        return Slot.Key.of(item.field(), apart ? item.field().responseKey() : "");
    }

    private Slot newSlot(Place place, FieldSelection field) {
        if (field.name().equals(FieldSelection.TYPENAME)) {
            return new Slot(place, field, "String", 0, false);
        }
        GraphQLFieldDefinition definition = graph.definition(place.type(), field.name());
        if (definition == null) {
            throw new IllegalStateException("no field " + place.type() + "." + field.name());
        }
        String type = GraphQLTypeUtil.unwrapAll(definition.getType()).getName();
        return new Slot(place, field, type, lists(definition.getType()), graph.isComposite(type));
    }

    private static int lists(GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull nonNull -> lists(nonNull.getWrappedType());
            case GraphQLList list -> 1 + lists(list.getWrappedType());
            default -> 0;
        };
    }

    private void growBelow(Slot slot, List<Source> sources, int depth) {
        boolean wanted = sources.stream().anyMatch(Source::client);
        int depthBelow = wanted ? 0 : depth + 1;
        RuntimeTypes runtimeTypes = RuntimeTypes.of(graph, slot);
        slot.runtimeTypes = runtimeTypes.expected();
        boolean typename = false;
        if (graph.isAbstract(slot.type)) {
            TellTypesApart apart = new TellTypesApart(graph);
            Set<List<Item>> clientViews = new LinkedHashSet<>();
            for (String type : slot.runtimeTypes) {
                List<Item> all = items.all(type, sources, depthBelow);
                apart.add(type, all);
                if (graph.isVisible(type)) {
                    clientViews.add(all.stream().filter(Item::client).toList());
                }
            }
            typename = wanted && (clientViews.size() > 1 || clientViews.contains(List.<Item>of()));
            apart.classes().forEach(types -> addExpected(slot, types, runtimeTypes));
        } else {
            addExpected(slot, List.copyOf(slot.runtimeTypes), runtimeTypes);
        }
        for (Place place : slot.places) {
            grow(place, sources, depthBelow);
            if (typename) {
                place.slots
                        .computeIfAbsent(Slot.Key.of(TYPENAME), key -> newSlot(place, TYPENAME))
                        .want(Objects.requireNonNull(slot.wanted), null);
            }
        }
        growUnexpected(slot, sources, runtimeTypes);
    }

    private static void addExpected(Slot slot, List<String> types, RuntimeTypes runtimeTypes) {
        slot.places.add(new Place(slot, types, runtimeTypes.candidates(types), false));
    }

    /** What the client asks of all expected objects comes of the unexpected ones, too. */
    private void growUnexpected(Slot slot, List<Source> sources, RuntimeTypes runtimeTypes) {
        List<Source> general = sources.stream()
                .filter(Source::client)
                .map(source -> new Source(
                        withoutFragmentsOnOthers(source.selections(), runtimeTypes.expected()), true, source.around()))
                .toList();
        TellTypesApart apart = new TellTypesApart(graph);
        for (String type : runtimeTypes.unexpected()) {
            List<Item> asked = items.only(type, general);
            if (asked.stream().anyMatch(Item::client)) {
                apart.add(type, asked);
            }
        }
        for (List<String> types : apart.classes()) {
            Place place = new Place(slot, types, runtimeTypes.candidates(types), true);
            slot.places.add(place);
            add(place, items.only(place.type(), general), 0);
        }
    }

    private SelectionSet withoutFragmentsOnOthers(SelectionSet set, Set<String> expected) {
        List<Selection> kept = new ArrayList<>();
        for (Selection selection : set.selections()) {
            switch (selection) {
                case FieldSelection field -> kept.add(field);
                case InlineFragment(var condition, var conditions, SelectionSet below) -> {
                    boolean met = condition
                            .map(type -> graph.possible(type).stream().anyMatch(expected::contains))
                            .orElse(true);
                    if (met) {
                        kept.add(new InlineFragment(condition, conditions, withoutFragmentsOnOthers(below, expected)));
                    }
                }
            }
        }
        return new SelectionSet(kept);
    }
}
