package io.weft.gateway.planning;

import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.When;
import io.weft.gateway.planning.Fact.Step;
import io.weft.gateway.planning.QueryGraph.Way;
import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.Call.KeyMatch;
import io.weft.gateway.planning.plan.ContextValue;
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

/** Turns the hops and entrances of a solution into calls: one for all that is looked up at one slot, level, subgraph. */
final class DraftCalls {
    private final QueryGraph graph;
    private final WriteSelections selections;
    private final WriteContexts contexts;

    DraftCalls(QueryGraph graph, Solution solution) {
        this.graph = graph;
        this.selections = new WriteSelections(graph, solution.facts());
        this.contexts = new WriteContexts(graph);
    }

    List<DraftCall> draft(List<Fact> facts) {
        PathsBefore.askTypenames(graph, facts);
        List<DraftCall> calls = new ArrayList<>();
        List<HopGroup> groups = new ArrayList<>();
        for (Fact fact : facts) {
            switch (fact.step()) {
                case Step.Enter ignored -> calls.add(root(fact));
                case Step.Hop ignored -> {
                    Optional<HopGroup> group = groups.stream()
                            .filter(candidate -> candidate.isFor(fact) && isConsistent(candidate, fact))
                            .findFirst();
                    group.ifPresentOrElse(found -> found.add(fact), () -> groups.add(HopGroup.of(fact)));
                }
                case Step.Descend ignored -> {}
                case Step.Answer ignored -> {}
            }
        }
        groups.stream()
                .flatMap(group -> group.bySharedNeeds(graph, this::needs).stream())
                .forEach(group -> calls.add(lookup(group)));
        return calls;
    }

    /** What holds wherever the call is made need not be asked again inside it. */
    private record Around(When when, Conditions known) {
        static Around of(When when) {
            return when.anyOf().size() == 1
                    ? new Around(when, when.anyOf().getFirst())
                    : new Around(When.ALWAYS, Conditions.ALWAYS);
        }
    }

    private DraftCall root(Fact fact) {
        When when = Objects.requireNonNull(fact.uses);
        Around around = Around.of(when);
        SelectionSet set = new SelectionSet(selections.of(fact, around.when(), around.known()));
        return DraftCall.ofRoot(fact.subgraph, 0, List.of(), set, when, Set.of());
    }

    /**
     * Whether what the fact needs can be sent along with what the others need: under the same names, and whenever the
     * others are asked. A requirement that a condition has left out would divide the call.
     */
    private boolean isConsistent(HopGroup group, Fact fact) {
        if (!group.anyWay().entry().equals(HopGroup.way(List.of(fact)).entry())) {
            return false;
        }
        List<Fact> others = group.at(fact.place);
        List<Fact> together = Stream.concat(others.stream(), Stream.of(fact)).toList();
        boolean requiring = together.stream().anyMatch(hop -> hop.slot != null);
        boolean alike = others.stream().allMatch(other -> Objects.equals(other.uses, fact.uses));
        return (alike || !requiring)
                && !mixesContexts(group, fact)
                && fields(fact.place, together).isPresent();
    }

    /** A value from above is given to a whole call: objects that have no use for it would be left out where it is missing. */
    private boolean mixesContexts(HopGroup group, Fact fact) {
        boolean isAlone = group.hops().keySet().stream().allMatch(place -> place == fact.place);
        return !isAlone
                && (takesContext(fact)
                        || group.hops().values().stream().flatMap(List::stream).anyMatch(this::takesContext));
    }

    private boolean takesContext(Fact hop) {
        return demanding(hop).map(field -> !field.contextual().isEmpty()).orElse(false);
    }

    private Optional<List<Representation.RepresentationField>> fields(Place place, List<Fact> hops) {
        List<SelectionSet> requirements = hops.stream()
                .flatMap(hop -> demanding(hop).stream())
                .flatMap(field -> field.requires().stream())
                .map(FieldSet::selections)
                .toList();
        return new WriteRepresentation(graph, hops.getFirst().subgraph)
                .fields(place, HopGroup.way(hops).key(), requirements);
    }

    /** The field that something is sent along for. */
    private Optional<SubgraphField> demanding(Fact hop) {
        return hop.slot == null
                ? Optional.empty()
                : Optional.ofNullable(graph.field(hop.subgraph, hop.place.type(), hop.slot.name));
    }

    private DraftCall lookup(HopGroup group) {
        Set<Integer> after = new TreeSet<>();
        When when = null;
        for (List<Fact> hops : group.hops().values()) {
            for (Fact hop : hops) {
                hop.inputs().forEach(input -> after.add(ChooseSteps.request(graph, input.level(), input.subgraph)));
                when = when == null ? Objects.requireNonNull(hop.uses) : when.or(Objects.requireNonNull(hop.uses));
            }
        }
        Objects.requireNonNull(when);
        PathsBefore paths = new PathsBefore(graph, group.level(), when);
        Lookup lookup = group.anyWay().lookup();
        DraftCall call = lookup == null
                ? DraftCall.ofRoot(
                        group.subgraph(),
                        group.level(),
                        List.of(paths.to(group.slot())),
                        rootSelections(group, when),
                        when,
                        after)
                : lookup(group, lookup, when, paths, after);
        after.addAll(paths.waits());
        return call;
    }

    private DraftCall lookup(HopGroup group, Lookup lookup, When when, PathsBefore paths, Set<Integer> after) {
        List<KeyMatch> matches =
                lookup instanceof Lookup.RootField field ? AskBack.matches(field, group.slot()) : List.of();
        Call.Part whole = part(group, lookup, matches, when, paths);
        List<Call.Part> parts = group.parts(this::needs).stream()
                .map(part -> part(part, lookup, matches, when, paths))
                .toList();
        List<ContextValue> values = contexts.values(group, paths);
        return new DraftCall(
                group.subgraph(),
                group.level(),
                lookup,
                List.of(paths.to(group.slot())),
                whole.representations(),
                matches,
                whole.selections(),
                values,
                parts,
                when,
                after);
    }

    private List<Object> needs(Fact hop) {
        return demanding(hop)
                .map(field -> List.<Object>of(field.requires(), field.contextual()))
                .orElse(List.of());
    }

    private Call.Part part(HopGroup group, Lookup lookup, List<KeyMatch> matches, When when, PathsBefore paths) {
        SelectionSet asked = switch (lookup) {
            case Lookup.Entities ignored -> selections(group, when);
            case Lookup.RootField field -> AskBack.added(field, matches, fieldSelections(group, field, when));
        };
        return new Call.Part(representations(group, paths), asked);
    }

    private SelectionSet fieldSelections(HopGroup group, Lookup.RootField lookup, When when) {
        Around around = Around.of(when);
        Map<Place, List<Selection>> byPlace = new LinkedHashMap<>();
        group.hops().forEach((place, hops) -> {
            Set<Selection> found = new LinkedHashSet<>();
            hops.forEach(hop -> found.addAll(selections.of(hop, around.when(), around.known())));
            byPlace.put(place, List.copyOf(found));
        });
        String type = graph.rootField(group.subgraph(), lookup.path()).type().typeName();
        return selections.objects(group.subgraph(), type, byPlace);
    }

    private List<Representation> representations(HopGroup group, PathsBefore paths) {
        List<Representation> all = new ArrayList<>();
        Slot slot = group.slot();
        boolean alike = group.hops().entrySet().stream()
                        .map(hops -> fields(hops.getKey(), hops.getValue()))
                        .distinct()
                        .count()
                == 1;
        boolean everyone = alike
                && group.hops().size() == slot.places.size()
                && group.hops().values().stream()
                                .map(HopGroup::way)
                                .map(Way::type)
                                .distinct()
                                .count()
                        == 1;
        group.hops().forEach((place, hops) -> {
            Way way = HopGroup.way(hops);
            Set<String> types = paths.names(slot, place.types);
            boolean ofObject = way.isOfObject(place.type());
            boolean certain = !graph.isAbstract(slot.type);
            boolean selective = ofObject ? !certain : !everyone && paths.isTypenameKnown(slot);
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
        all.sort(Comparator.comparingInt(each -> -each.fields().size()));
        return all;
    }

    private SelectionSet rootSelections(HopGroup group, When when) {
        Around around = Around.of(when);
        Set<Selection> found = new LinkedHashSet<>();
        group.hops()
                .values()
                .forEach(hops -> hops.forEach(hop -> found.addAll(selections.of(hop, around.when(), around.known()))));
        return new SelectionSet(List.copyOf(found));
    }

    private SelectionSet selections(HopGroup group, When when) {
        Around around = Around.of(when);
        Map<String, Map<Place, List<Selection>>> byFragment = new LinkedHashMap<>();
        group.hops().forEach((place, hops) -> {
            Set<Selection> found = new LinkedHashSet<>();
            hops.forEach(hop -> found.addAll(selections.of(hop, around.when(), around.known())));
            String type = HopGroup.way(hops).type();
            List<String> fragments = type.equals(place.type()) ? place.types : List.of(type);
            fragments.forEach(fragment -> byFragment
                    .computeIfAbsent(fragment, key -> new LinkedHashMap<>())
                    .put(place, List.copyOf(found)));
        });
        List<Selection> fragments = new ArrayList<>();
        byFragment.forEach((type, byPlace) -> fragments.add(new InlineFragment(
                Optional.of(type), Conditions.ALWAYS, selections.objects(group.subgraph(), type, byPlace))));
        return new SelectionSet(fragments);
    }
}
