package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.ReachedTypes;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.subgraph.RemoveUnreachable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A subgraph without its selectors, without fields that selections replace, and without what only those lead to. */
final class WithoutSelectors {

    private final ParsedSubgraph subgraph;
    private final List<SelectorField> selectors;
    private final Problems problems;
    private final Map<String, SchemaType> types;
    private final Set<String> dropped = new LinkedHashSet<>();

    WithoutSelectors(ParsedSubgraph subgraph, Collection<List<SelectorField>> all, Problems problems) {
        this.subgraph = subgraph;
        this.selectors = all.stream()
                .flatMap(List::stream)
                .filter(selector -> selector.subgraph() == subgraph)
                .toList();
        this.problems = problems;
        this.types = new LinkedHashMap<>(subgraph.types());
    }

    ParsedSubgraph remove() {
        for (SelectorField selector : selectors) {
            remove("Query", selector.field().name());
            replace("Query", selector.rootField());
        }
        new ReadWithin(subgraph, new Problems()).read().forEach(field -> replace(field.type(), field.field()));
        return types.equals(subgraph.types())
                ? subgraph
                : new RemoveUnreachable(subgraph.withTypes(types), type -> !dropped.contains(type)).remove();
    }

    private void replace(String type, String field) {
        if (remove(type, field)) {
            problems.hint(
                    HintCode.REPLACED_BY_SELECTION,
                    "the field of subgraph " + subgraph.name() + " is left out: the selection over all subgraphs that"
                            + " offer one answers instead",
                    Coordinate.of(type, field));
        }
    }

    private boolean remove(String type, String name) {
        if (!(types.get(type) instanceof SchemaType.ObjectType object)
                || !object.fields().containsKey(name)) {
            return false;
        }
        Map<String, SchemaField> kept = new LinkedHashMap<>(object.fields());
        SchemaField removed = kept.remove(name);
        if (kept.isEmpty()) {
            types.remove(type);
        } else {
            types.put(type, object.with(object.header(), kept));
        }
        drop(Objects.requireNonNull(removed));
        return true;
    }

    /** What the field leads to. Whatever else leads there keeps it. */
    private void drop(SchemaField field) {
        Set<String> led = ReachedTypes.of(field, subgraph.types());
        led.removeIf(type -> subgraph.types().get(type) instanceof SchemaType.Composite composite
                && composite.has(FederationDirective.KEY));
        dropped.addAll(led);
    }
}
