package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.merge.MergeStitched;
import io.weft.gateway.composition.merge.MergeTypes;
import io.weft.gateway.composition.merge.Overrides;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.validation.ResolveFacts;
import io.weft.gateway.composition.validation.ResolveFieldSets;
import io.weft.gateway.composition.validation.Stitches;
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
        List<ValidatedSubgraph> own = List.of(alone(subgraphs.getLast().parsed()));
        new MergeTypes(
                        own,
                        new Overrides(Map.of()),
                        new MergeStitched(own, StitchedGraph.PLAIN.typeMerging(), problems),
                        problems)
                .merge()
                .types()
                .forEach((name, type) -> types.merge(name, type, AddSelections::withFields));
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

    /** What its filters need of other subgraphs is in the supergraph already. */
    private ValidatedSubgraph alone(ParsedSubgraph own) {
        Map<String, SchemaType> types = new LinkedHashMap<>(own.types());
        types.replaceAll((name, type) -> {
            if (!(type instanceof SchemaType.ObjectType object)) {
                return type;
            }
            Map<String, SchemaField> fields = new LinkedHashMap<>(object.fields());
            fields.values().removeIf(field -> field.has(FederationDirective.EXTERNAL));
            fields.replaceAll((_, field) -> field.withDirectives(field.directives().stream()
                    .filter(applied -> !applied.is(FederationDirective.REQUIRES))
                    .toList()));
            return object.with(object.header(), fields);
        });
        ParsedSubgraph alone = own.withTypes(types);
        ResolveFieldSets.FieldSets fieldSets = new ResolveFieldSets(alone, problems).resolve();
        ResolveFacts facts = new ResolveFacts(alone, fieldSets);
        return new ValidatedSubgraph(alone, fieldSets.keys(), facts.resolve(), facts.used(), Stitches.NONE);
    }

    private static SchemaType withFields(SchemaType known, SchemaType own) {
        if (!(known instanceof SchemaType.ObjectType type && own instanceof SchemaType.ObjectType more)) {
            return known;
        }
        Map<String, SchemaField> all = new LinkedHashMap<>(type.fields());
        more.fields().forEach(all::putIfAbsent);
        return type.with(type.header(), all);
    }
}
