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
import io.weft.gateway.planning.Place.Entrance;
import io.weft.gateway.planning.QueryGraph.Way;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lays out everything a plan could need: for each object of the answer its wanted fields, and beside them the fields
 * of all keys it could be found by and of all requirements of the wanted fields. Objects of abstract type are told
 * apart by type where the client or a subgraph treats the types differently.
 */
final class GrowTree {
    /** How many objects deep keys of keys and requirements of requirements are followed: they may go in circles. */
    private static final int DEEPEST = 4;

    private final QueryGraph graph;
    private final String rootOwner;

    /** @param mutation whether the root's fields act, so that each is asked once for each time it is selected */
    static Place of(QueryGraph graph, String rootType, SelectionSet selections, boolean mutation) {
        BitSet everyone = new BitSet();
        everyone.set(0, graph.size());
        Place root = new Place(null, List.of(rootType), everyone, false);
        new GrowTree(graph, mutation ? "mutation" : "")
                .grow(root, List.of(new Source(selections, true, Conditions.ALWAYS)), 0);
        return root;
    }

    private GrowTree(QueryGraph graph, String rootOwner) {
        this.graph = graph;
        this.rootOwner = rootOwner;
    }

    /**
     * @param client whether the client asks, or a key or requirement does
     * @param around the conditions of everything above
     */
    private record Source(SelectionSet selections, boolean client, Conditions around) {}

    private record Item(FieldSelection field, boolean client, Conditions conditions) {}

    private void grow(Place place, List<Source> sources, int depth) {
        List<Item> items = items(place.type(), sources, depth);
        Map<Slot, List<Source>> below = new LinkedHashMap<>();
        for (Item item : items) {
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
        if (place.slot != null) {
            addEntrances(place);
        }
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

    /** All selections for objects of {@code type}: those given, all keys, and what the fields among them require. */
    private List<Item> items(String type, List<Source> sources, int depth) {
        List<Item> items = new ArrayList<>();
        // an object of a type that clients may not know is null for them, whatever they ask of it
        sources.stream()
                .filter(source -> !source.client() || graph.isVisible(type))
                .forEach(source -> flatten(type, source, items));
        if (depth < DEEPEST) {
            for (Way way : graph.ways(type)) {
                flatten(type, new Source(way.key(), false, Conditions.ALWAYS), items);
            }
        }
        if (!graph.ways(type).isEmpty()) {
            items.add(new Item(FieldSelection.leaf(FieldSelection.TYPENAME), false, Conditions.ALWAYS));
        }
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < items.size() && depth < DEEPEST; i++) {
            if (seen.add(items.get(i).field().name())) {
                for (int subgraph : graph.knowing(type)) {
                    SubgraphField field =
                            graph.field(subgraph, type, items.get(i).field().name());
                    if (field != null && field.requires().isPresent()) {
                        flatten(type, new Source(field.requires().get().selections(), false, Conditions.ALWAYS), items);
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
                        into.add(new Item(field, source.client(), conditions));
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

    private void growBelow(Slot slot, List<Source> sources, int depth) {
        boolean wanted = sources.stream().anyMatch(Source::client);
        int depthBelow = wanted ? 0 : depth + 1;
        RuntimeTypes runtimeTypes = RuntimeTypes.of(graph, slot);
        slot.runtimeTypes = runtimeTypes.expected();
        Map<String, List<String>> classes = new LinkedHashMap<>();
        Set<List<Item>> clientViews = new LinkedHashSet<>();
        boolean emptyForSome = false;
        if (graph.isAbstract(slot.type)) {
            for (String type : slot.runtimeTypes) {
                List<Item> items = items(type, sources, depthBelow);
                List<Item> asked = items.stream().filter(Item::client).toList();
                if (graph.isVisible(type)) {
                    clientViews.add(asked);
                    emptyForSome |= asked.isEmpty();
                }
                classes.computeIfAbsent(signature(type, items), key -> new ArrayList<>())
                        .add(type);
            }
        } else {
            classes.put("", List.copyOf(slot.runtimeTypes));
        }
        boolean typename = wanted && graph.isAbstract(slot.type) && (clientViews.size() > 1 || emptyForSome);
        classes.values()
                .forEach(types -> slot.places.add(new Place(slot, types, runtimeTypes.candidates(types), false)));
        for (Place place : slot.places) {
            grow(place, sources, depthBelow);
            if (typename) {
                FieldSelection name = FieldSelection.leaf(FieldSelection.TYPENAME);
                place.slots
                        .computeIfAbsent(Slot.Key.of(name), key -> newSlot(place, name))
                        .want(Objects.requireNonNull(slot.wanted), null);
            }
        }
        growUnexpected(slot, sources, runtimeTypes);
    }

    /** What the client asks of all expected objects comes of the unexpected ones, too. */
    private void growUnexpected(Slot slot, List<Source> sources, RuntimeTypes runtimeTypes) {
        List<Source> general = sources.stream()
                .filter(Source::client)
                .map(source -> new Source(
                        withoutFragmentsOnOthers(source.selections(), runtimeTypes.expected()), true, source.around()))
                .toList();
        Map<String, List<String>> classes = new LinkedHashMap<>();
        for (String type : runtimeTypes.unexpected()) {
            List<Item> items = items(type, general, DEEPEST);
            if (items.stream().anyMatch(Item::client)) {
                classes.computeIfAbsent(signature(type, items), key -> new ArrayList<>())
                        .add(type);
            }
        }
        for (List<String> types : classes.values()) {
            Place place = new Place(slot, types, runtimeTypes.candidates(types), true);
            slot.places.add(place);
            grow(place, general, DEEPEST);
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

    /** Equal for types that neither the client nor any subgraph treats differently in what is selected here. */
    private String signature(String type, List<Item> items) {
        Set<String> names = new TreeSet<>();
        StringBuilder out = new StringBuilder();
        for (Item item : items) {
            names.add(item.field().name());
            out.append(item.client()).append(item.field().responseKey()).append(item.conditions());
            item.field()
                    .arguments()
                    .forEach(argument -> out.append(argument.name()).append(argument.value()));
            out.append(item.field().name())
                    .append(System.identityHashCode(item.field().selections()))
                    .append(' ');
        }
        for (Way way : graph.ways(type)) {
            out.append('\n').append(way.subgraph()).append(way.key().print());
            out.append(way.isOfObject(type) ? "" : way.type()).append(way.entry());
        }
        for (int subgraph : graph.knowing(type)) {
            SubgraphType.Composite view = graph.view(subgraph, type);
            if (view == null) {
                continue;
            }
            out.append('\n').append(subgraph).append(view.name().equals(type) ? "" : view.name());
            for (String name : names) {
                SubgraphField field = view.fields().get(name);
                if (field != null) {
                    out.append(name)
                            .append(field.resolution())
                            .append(field.type().print());
                    field.requires().ifPresent(required -> out.append('r').append(required.text()));
                    field.provides().ifPresent(provided -> out.append('p').append(provided.text()));
                }
            }
        }
        return out.toString();
    }

    private void addEntrances(Place place) {
        for (Way way : graph.ways(place.type())) {
            List<Slot> inputs = new ArrayList<>();
            if (!place.leaves(way.key(), graph, inputs)) {
                continue;
            }
            boolean needsName = way.isOfObject(place.type()) && place.slot != null && graph.isAbstract(place.slot.type);
            if (needsName || way.lookup() == null) {
                Slot typename = place.slot(FieldSelection.leaf(FieldSelection.TYPENAME));
                if (typename != null) {
                    inputs.add(typename);
                }
            }
            Map<Slot, List<Slot>> requirements = new LinkedHashMap<>();
            for (Slot slot : place.slots.values()) {
                SubgraphField field = graph.field(way.subgraph(), place.type(), slot.name);
                List<Slot> needed = new ArrayList<>();
                if (field != null
                        && graph.isAnswered(way.subgraph(), field)
                        && field.requires().isPresent()
                        && place.leaves(field.requires().get().selections(), graph, needed)) {
                    requirements.put(slot, needed);
                }
            }
            place.entrances.add(new Entrance(way, List.copyOf(inputs), requirements));
        }
    }
}
