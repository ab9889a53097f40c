package io.weft.gateway.differential;

import io.weft.gateway.differential.Cut.Part;
import io.weft.gateway.differential.World.Type;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.Batching;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.Lookup.RootField.Answer;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Supergraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Some subgraphs of a cut as if they knew nothing of federation: objects are found by root fields, one at a time, by
 * lists in the order of the keys, or by lists in disorder that are matched. The rest is still found by
 * {@code _entities}. Requests hold a random number of keys.
 */
final class StitchLookups {

    /** Takes one key. */
    static final String FIND = "find_";

    /** Takes keys, answers in their order. */
    static final String LIST = "list_";

    /** Takes keys, answers in an order of its own, some of them twice. */
    static final String MATCH = "match_";

    private static final TypeReference KEY = new TypeReference.NonNull(new TypeReference.Named("_Any"));
    private static final TypeReference KEYS = new TypeReference.NonNull(new TypeReference.ListOf(KEY));
    private static final KeyTemplate WHOLE = new KeyTemplate.FromKey(List.of());

    private final Supergraph supergraph;
    private final long seed;

    private StitchLookups(Supergraph supergraph, long seed) {
        this.supergraph = supergraph;
        this.seed = seed;
    }

    /** @param seed one of four leaves the supergraph as it is */
    static Supergraph in(Supergraph supergraph, long seed) {
        return seed % 4 == 0 ? supergraph : new StitchLookups(supergraph, seed).stitched();
    }

    /** The root fields that a part needs for it, beside its SDL. */
    static String sdl(World world, Part part) {
        StringBuilder fields = new StringBuilder();
        part.types.values().stream()
                .filter(type -> world.types().get(type.name) instanceof Type.Entity)
                .filter(type -> type.keys.containsValue(true))
                .map(type -> type.name)
                .forEach(type -> fields.append(FIND + type + "(key: _Any!): " + type + "\n" + LIST + type
                        + "(keys: [_Any!]!): [" + type + "]!\n" + MATCH + type + "(keys: [_Any!]!): [" + type
                        + "]\n"));
        return fields.isEmpty() ? "" : "extend type Query {\n" + fields + "}\n";
    }

    private Supergraph stitched() {
        Random random = new Random(seed);
        List<Subgraph> subgraphs = supergraph.subgraphs().stream()
                .map(subgraph -> new Subgraph(
                        subgraph.name(),
                        subgraph.url(),
                        withRootFields(subgraph),
                        new Batching(1 + random.nextInt(4), 1 + random.nextInt(5)),
                        subgraph.translation(),
                        subgraph.local()))
                .toList();
        return new Supergraph(
                subgraphs,
                supergraph.schema(),
                supergraph.apiSchema(),
                supergraph.lookups().stream().map(this::stitched).toList());
    }

    private Map<String, SubgraphType> withRootFields(Subgraph subgraph) {
        Map<String, SubgraphField> fields = new LinkedHashMap<>();
        if (subgraph.types().get("Query") instanceof SubgraphType.ObjectType query) {
            fields.putAll(query.fields());
        }
        supergraph.lookups().stream()
                .filter(lookup -> lookup.subgraph().equals(subgraph.name()))
                .map(Lookup::type)
                .distinct()
                .flatMap(StitchLookups::rootFields)
                .forEach(field -> fields.put(field.name(), field));
        Map<String, SubgraphType> types = new LinkedHashMap<>(subgraph.types());
        types.put("Query", new SubgraphType.ObjectType("Query", fields, Set.of()));
        types.put("_Any", new SubgraphType.ScalarType("_Any"));
        return types;
    }

    private static Stream<SubgraphField> rootFields(String type) {
        TypeReference one = new TypeReference.Named(type);
        TypeReference several = new TypeReference.ListOf(one);
        return Stream.of(
                rootField(FIND + type, one, "key", KEY),
                rootField(LIST + type, new TypeReference.NonNull(several), "keys", KEYS),
                rootField(MATCH + type, several, "keys", KEYS));
    }

    private static SubgraphField rootField(String name, TypeReference type, String argument, TypeReference of) {
        return new SubgraphField(
                name, type, Map.of(argument, of), new Resolution.Resolved(), Optional.empty(), Optional.empty());
    }

    private Lookup stitched(Lookup lookup) {
        String key = lookup.key().selections().print();
        Subgraph subgraph = supergraph.subgraph(lookup.subgraph());
        if (!(subgraph.types().get(lookup.type()) instanceof SubgraphType.ObjectType type)) {
            return lookup;
        }
        if (type.fields().values().stream()
                .anyMatch(field -> !field.contextual().isEmpty())) {
            return lookup; // only _entities takes what objects above give
        }
        boolean repeatsKey = key.equals("id")
                && type.fields().get("id") instanceof SubgraphField id
                && id.resolution() instanceof Resolution.Resolved;
        KeyTemplate keys = new KeyTemplate.ForEachKey(WHOLE);
        return switch (new Random(seed * 31 + (subgraph.name() + lookup.type() + key).hashCode()).nextInt(4)) {
            case 1 -> rootField(lookup, FIND, "key", WHOLE, new Answer.One());
            case 2 -> rootField(lookup, LIST, "keys", keys, new Answer.Positional());
            case 3 ->
                repeatsKey
                        ? rootField(lookup, MATCH, "keys", keys, new Answer.Matched(Map.of("id", "id")))
                        : rootField(lookup, LIST, "keys", keys, new Answer.Positional());
            default -> lookup;
        };
    }

    private static Lookup rootField(
            Lookup lookup, String prefix, String argument, KeyTemplate template, Answer answer) {
        return new Lookup.RootField(
                lookup.subgraph(),
                lookup.type(),
                lookup.key(),
                List.of(prefix + lookup.type()),
                Map.of(argument, template),
                answer);
    }
}
