package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.graph.BuildSchema;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.ReachedTypes;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.subgraph.RemoveUnreachable;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.Selections;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.schema.CheckedSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where subgraphs keep the selection contract, the gateway becomes a subgraph itself: its root fields select entities over
 * all of them. Their selectors, and what only these lead to, are not part of the graph any more.
 */
public final class OfferSelections {

    private final List<ParsedSubgraph> subgraphs;
    private final Problems problems;

    public OfferSelections(List<ParsedSubgraph> subgraphs, Problems problems) {
        this.subgraphs = subgraphs;
        this.problems = problems;
    }

    /**
     * @param subgraphs  with the gateway's own as the last, where there is something to select from
     * @param selections empty where there is not
     */
    public record Offered(List<ParsedSubgraph> subgraphs, Optional<Selections> selections) {}

    public Offered offer() {
        Map<String, List<SelectorField>> byEntity = new LinkedHashMap<>();
        for (ParsedSubgraph subgraph : subgraphs) {
            for (SelectorField selector : new ReadSelectors(subgraph, problems).read()) {
                byEntity.computeIfAbsent(selector.entity(), entity -> new ArrayList<>())
                        .add(selector);
            }
        }
        byEntity.values().forEach(this::checkAgreement);
        if (byEntity.isEmpty() || problems.hasErrors()) {
            return new Offered(subgraphs, Optional.empty());
        }
        List<ParsedSubgraph> others = subgraphs.stream()
                .map(subgraph -> withoutSelectors(subgraph, byEntity))
                .toList();
        SubgraphName name = freeName();
        SelectionTypes types = new SelectionTypes(name, others, problems);
        List<EntitySelection> entities = new ArrayList<>();
        byEntity.forEach((entity, selectors) -> entities.add(selection(entity, selectors, types)));
        Optional<ParsedSubgraph> own = types.subgraph();
        if (own.isEmpty() || problems.hasErrors()) {
            return new Offered(subgraphs, Optional.empty());
        }
        Optional<CheckedSchema> schema = new BuildSchema(problems)
                .build(new MergedSchema(BareTypes.of(own.get().types()), Map.of()));
        List<ParsedSubgraph> all = new ArrayList<>(others);
        all.add(own.get());
        return new Offered(all, schema.map(built -> new Selections(name, built::executedBy, entities)));
    }

    private void checkAgreement(List<SelectorField> selectors) {
        SelectorField first = selectors.getFirst();
        Set<SubgraphName> seen = new HashSet<>();
        for (SelectorField selector : selectors) {
            if (!selector.key().equals(first.key()) || !selector.rootField().equals(first.rootField())) {
                wrong(
                        selector,
                        "it selects from " + selector.entity() + " by '" + selector.key() + "' as '"
                                + selector.rootField() + "', but subgraph " + first.name() + " by '" + first.key()
                                + "' as '" + first.rootField() + "': they must agree");
            }
            if (!seen.add(selector.name())) {
                wrong(selector, "this subgraph has another selector of " + selector.entity());
            }
        }
    }

    private void wrong(SelectorField selector, String why) {
        problems.error(
                ErrorCode.SELECTOR_INVALID,
                why,
                selector.coordinate(),
                selector.name(),
                selector.field().line());
    }

    private SubgraphName freeName() {
        String name = "selection";
        Set<String> taken = new HashSet<>();
        subgraphs.forEach(subgraph -> taken.add(subgraph.name().value()));
        while (taken.contains(name)) {
            name = "gateway-" + name;
        }
        return new SubgraphName(name);
    }

    /** Without the selectors, without a root field that the selection replaces, and without what only those lead to. */
    private ParsedSubgraph withoutSelectors(ParsedSubgraph subgraph, Map<String, List<SelectorField>> byEntity) {
        List<SelectorField> own = byEntity.values().stream()
                .flatMap(List::stream)
                .filter(selector -> selector.subgraph() == subgraph)
                .toList();
        if (own.isEmpty() || !(subgraph.types().get("Query") instanceof SchemaType.ObjectType query)) {
            return subgraph;
        }
        Map<String, SchemaField> kept = new LinkedHashMap<>(query.fields());
        Set<String> dropped = new LinkedHashSet<>();
        for (SelectorField selector : own) {
            kept.remove(selector.field().name());
            drop(selector.field(), subgraph, dropped);
            SchemaField replaced = kept.remove(selector.rootField());
            if (replaced != null) {
                drop(replaced, subgraph, dropped);
                problems.hint(
                        HintCode.REPLACED_BY_SELECTION,
                        "the field of subgraph " + subgraph.name() + " is left out: the selection over all subgraphs"
                                + " that offer one answers instead",
                        Coordinate.of("Query", selector.rootField()));
            }
        }
        Map<String, SchemaType> types = new LinkedHashMap<>(subgraph.types());
        if (kept.isEmpty()) {
            types.remove("Query");
        } else {
            types.put("Query", query.with(query.header(), kept));
        }
        return new RemoveUnreachable(subgraph.withTypes(types), type -> !dropped.contains(type)).remove();
    }

    /** What the field leads to. Whatever else leads there keeps it. */
    private static void drop(SchemaField field, ParsedSubgraph subgraph, Set<String> dropped) {
        Set<String> led = ReachedTypes.of(field, subgraph.types());
        led.removeIf(type -> subgraph.types().get(type) instanceof SchemaType.Composite composite
                && composite.has(FederationDirective.KEY));
        dropped.addAll(led);
    }

    private EntitySelection selection(String entity, List<SelectorField> fields, SelectionTypes types) {
        SelectorField first = fields.getFirst();
        types.begin(entity, first.key(), first.rootField());
        List<Selector> selectors = new ArrayList<>();
        for (SelectorField selector : fields) {
            Optional<Selector.Part> filter = selector.input("filter").map(input -> types.filter(selector, input));
            Optional<Selector.Part> order = selector.input("orderBy").map(input -> types.order(selector, input));
            Optional<Selector.Part> facets = selector.facets().map(type -> types.facets(selector, type));
            selectors.add(new Selector(
                    selector.name(),
                    selector.subgraph().source().url(),
                    selector.field().name(),
                    selector.all(),
                    filter.map(part -> new Selector.Filter(
                            part, connectives(selector.input("filter").orElseThrow()))),
                    order,
                    selector.kinds(),
                    facets,
                    selector.offers()));
        }
        types.end();
        return new EntitySelection(first.rootField(), entity, first.key(), selectors);
    }

    private static Set<String> connectives(SchemaType.InputType filter) {
        Set<String> connectives = new HashSet<>(Selector.Filter.CONNECTIVES);
        connectives.retainAll(filter.fields().keySet());
        return connectives;
    }
}
