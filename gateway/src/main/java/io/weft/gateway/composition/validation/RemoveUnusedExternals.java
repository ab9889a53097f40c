package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.References;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Federation 1 tolerated external fields that nothing uses; they say nothing, so they go. */
final class RemoveUnusedExternals {

    private final ParsedSubgraph subgraph;
    private final Problems problems;

    RemoveUnusedExternals(ParsedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    ParsedSubgraph remove() {
        ResolveFieldSets.FieldSets fieldSets = new ResolveFieldSets(subgraph, new Problems()).resolve();
        ResolveFacts resolveFacts = new ResolveFacts(subgraph, fieldSets);
        Map<String, Map<String, FieldFacts>> facts = resolveFacts.resolve();
        Map<String, Set<String>> used = resolveFacts.used();
        Map<String, SchemaType> types = new LinkedHashMap<>();
        subgraph.types().forEach((name, type) -> {
            if (!(type instanceof SchemaType.ObjectType object)) {
                types.put(name, type);
                return;
            }
            Map<String, SchemaField> fields = new LinkedHashMap<>(object.fields());
            fields.keySet().removeIf(field -> {
                FieldFacts found = facts.getOrDefault(name, Map.of()).get(field);
                return found != null
                        && found.isExternal()
                        && !used.getOrDefault(name, Set.of()).contains(field);
            });
            // a type without fields is not valid GraphQL, and nothing can be asked of it here
            if (!fields.isEmpty()) {
                types.put(name, object.with(object.header(), fields));
            }
        });
        checkReferences(types);
        return subgraph.withTypes(types);
    }

    private void checkReferences(Map<String, SchemaType> kept) {
        Set<String> referenced = References.in(kept);
        subgraph.types().forEach((name, type) -> {
            if (!kept.containsKey(name) && referenced.contains(name)) {
                problems.error(
                        ErrorCode.TYPE_WITH_ONLY_UNUSED_EXTERNAL,
                        "all fields of " + name + " are @external, and no @key, @requires or @provides uses them",
                        Coordinate.of(name),
                        subgraph.name(),
                        type.line());
            }
        });
    }
}
