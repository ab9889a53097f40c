package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.merge.MergeStitched;
import io.weft.gateway.composition.merge.MergeTypes;
import io.weft.gateway.composition.merge.Overrides;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.stitching.StitchedGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A supergraph as it was read, with the gateway's own selections in the place of the subgraphs' selectors: without what no subgraph has any
 * more, and with what the gateway's own subgraph brings.
 */
public final class AddSelections {

    private final MergedSchema read;
    private final Problems problems;

    public AddSelections(MergedSchema read, Problems problems) {
        this.read = read;
        this.problems = problems;
    }

    /** @param subgraphs with the gateway's own as the last */
    public MergedSchema of(List<ValidatedSubgraph> subgraphs) {
        List<ValidatedSubgraph> services = subgraphs.subList(0, subgraphs.size() - 1);
        Map<String, SchemaType> types = new LinkedHashMap<>();
        read.types().forEach((name, type) -> {
            if (services.stream().anyMatch(service -> service.types().containsKey(name))) {
                types.put(name, name.equals("Query") ? query(type, services) : type);
            }
        });
        List<ValidatedSubgraph> own = List.of(subgraphs.getLast());
        new MergeTypes(
                        own,
                        new Overrides(Map.of()),
                        new MergeStitched(own, StitchedGraph.PLAIN.typeMerging(), problems),
                        problems)
                .merge()
                .types()
                .forEach((name, type) -> types.merge(name, type, AddSelections::withRootFields));
        return new MergedSchema(types, read.directives());
    }

    private static SchemaType query(SchemaType type, List<ValidatedSubgraph> services) {
        if (!(type instanceof SchemaType.ObjectType query)) {
            return type;
        }
        Map<String, SchemaField> kept = new LinkedHashMap<>(query.fields());
        kept.keySet()
                .removeIf(field -> services.stream()
                        .noneMatch(service -> service.types().get("Query") instanceof SchemaType.ObjectType own
                                && own.fields().containsKey(field)));
        return query.with(query.header(), kept);
    }

    private static SchemaType withRootFields(SchemaType known, SchemaType own) {
        if (!(known instanceof SchemaType.ObjectType query
                && query.name().equals("Query")
                && own instanceof SchemaType.ObjectType more)) {
            return known;
        }
        Map<String, SchemaField> all = new LinkedHashMap<>(query.fields());
        all.putAll(more.fields());
        return query.with(query.header(), all);
    }
}
