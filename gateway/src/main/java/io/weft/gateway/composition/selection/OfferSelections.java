package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.graph.BuildSchema;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.Selections;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.schema.CheckedSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        checkNames(byEntity.values());
        List<WithinField> within = new AgreeOnWithin(byEntity.keySet(), problems).of(subgraphs);
        if (byEntity.isEmpty() || problems.hasErrors()) {
            return new Offered(subgraphs, Optional.empty());
        }
        List<ParsedSubgraph> others = subgraphs.stream()
                .map(subgraph -> new WithoutSelectors(subgraph, byEntity.values(), problems).remove())
                .toList();
        within.forEach(new TakenNames(others, problems)::check);
        if (problems.hasErrors()) {
            return new Offered(subgraphs, Optional.empty());
        }
        SubgraphName name = freeName();
        SelectionTypes types = new SelectionTypes(name, others, problems);
        List<EntitySelection> entities = new ArrayList<>();
        byEntity.forEach((entity, selectors) -> entities.add(selection(entity, selectors, within, types)));
        types.within(within);
        Optional<ParsedSubgraph> own = types.subgraph();
        if (own.isEmpty() || problems.hasErrors()) {
            return new Offered(subgraphs, Optional.empty());
        }
        Optional<CheckedSchema> schema = new BuildSchema(problems)
                .build(new MergedSchema(EntityTypes.in(BareTypes.of(own.get().types()), within), Map.of()));
        schema.ifPresent(built -> new CheckWithin(own.get(), built, problems)
                .check(
                        within,
                        entities.stream().collect(Collectors.toMap(EntitySelection::entity, EntitySelection::field))));
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

    private void checkNames(Collection<List<SelectorField>> entities) {
        Map<String, SelectorField> byName = new HashMap<>();
        for (List<SelectorField> selectors : entities) {
            SelectorField first = selectors.getFirst();
            SelectorField other = byName.putIfAbsent(first.rootField(), first);
            if (other != null) {
                wrong(
                        first,
                        "the selection of " + first.entity() + " would be called '" + first.rootField()
                                + "', as that of " + other.entity() + " is (subgraph " + other.name()
                                + "): give one of them another name with @selector(field:)");
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

    private EntitySelection selection(
            String entity, List<SelectorField> fields, List<WithinField> within, SelectionTypes types) {
        SelectorField first = fields.getFirst();
        boolean isParent = within.stream().anyMatch(field -> field.type().equals(entity));
        types.begin(entity, first.key(), first.rootField(), isParent);
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
        return new EntitySelection(
                first.rootField(),
                entity,
                first.key(),
                selectors,
                within.stream()
                        .filter(field -> field.entity().equals(entity))
                        .map(WithinField::told)
                        .toList());
    }

    private static Set<String> connectives(SchemaType.InputType filter) {
        Set<String> connectives = new HashSet<>(Selector.Filter.CONNECTIVES);
        connectives.retainAll(filter.fields().keySet());
        return connectives;
    }
}
