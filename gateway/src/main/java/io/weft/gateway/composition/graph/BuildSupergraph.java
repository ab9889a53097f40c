package io.weft.gateway.composition.graph;

import io.weft.gateway.composition.merge.Access;
import io.weft.gateway.composition.merge.Overrides;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.EntityKey;
import io.weft.gateway.composition.validation.FieldFacts;
import io.weft.gateway.composition.validation.ReadContexts;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.stitching.StitchedService;
import io.weft.gateway.supergraph.AccessRules;
import io.weft.gateway.supergraph.Batching;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.Selections;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Subgraphs;
import io.weft.gateway.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The planner's model of subgraphs and their lookups, with the two schemas. These are begun first and on a thread of their own: building
 * them is half of what it takes to compose a large graph, and who checks the model need not wait for them.
 */
public final class BuildSupergraph implements AutoCloseable {

    /** The key of what has to be known of nothing: the gateway knows all objects. */
    private static final FieldSet ANY_OBJECT =
            new FieldSet(FieldSelection.TYPENAME, SelectionSet.of(FieldSelection.leaf(FieldSelection.TYPENAME)));

    private final List<ValidatedSubgraph> subgraphs;
    private final Overrides overrides;
    private final MergedSchema merged;
    private final KnownSubgraphs known;
    private final BuildSchemas schemas;
    private final Map<SubgraphName, ReadContexts> contextsOf = new HashMap<>();

    private BuildSupergraph(
            List<ValidatedSubgraph> subgraphs, Overrides overrides, MergedSchema merged, KnownGraph known) {
        this.subgraphs = subgraphs;
        this.overrides = overrides;
        this.merged = merged;
        this.known = known.subgraphs();
        this.schemas = BuildSchemas.begin(merged, known);
    }

    /** Of a graph before which there was none. */
    public static BuildSupergraph begin(List<ValidatedSubgraph> subgraphs, Overrides overrides, MergedSchema merged) {
        return begin(subgraphs, overrides, merged, new KnownGraph());
    }

    /**
     * @param merged need not be sound
     * @param known  the graph before; this one afterwards. Nobody else may use it until this is closed
     */
    public static BuildSupergraph begin(
            List<ValidatedSubgraph> subgraphs, Overrides overrides, MergedSchema merged, KnownGraph known) {
        return new BuildSupergraph(subgraphs, overrides, merged, known);
    }

    /** What plans are made of. */
    public Subgraphs subgraphs() {
        List<Lookup> lookups = new ArrayList<>();
        List<Subgraph> built = new ArrayList<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            built.add(subgraph(subgraph));
            subgraph.stitches().lookups().forEach(stitched -> lookups.add(stitched.lookup()));
            subgraph.stitches().local().keySet().stream()
                    .filter(type -> !type.equals("Query"))
                    .forEach(type -> lookups.add(new Lookup.Entities(subgraph.name(), type, ANY_OBJECT)));
            subgraph.types().keySet().forEach(type -> {
                for (EntityKey key : subgraph.keys(type)) {
                    if (key.use() == EntityKey.Use.LOOKUP) {
                        lookups.add(new Lookup.Entities(subgraph.name(), type, key.fields()));
                    }
                }
            });
        }
        known.end();
        return new Subgraphs(built, lookups);
    }

    /**
     * Waits for the schemas. Empty where the merged schema is not valid GraphQL; the errors are among the problems then.
     *
     * @param built      by {@link #subgraphs}
     * @param selections what the gateway itself answers
     */
    public Optional<Supergraph> end(Subgraphs built, Optional<Selections> selections, Problems problems) {
        AccessRules access = access();
        return schemas.end(problems)
                .map(both -> new Supergraph(built, both.whole(), both.visible(), selections, access));
    }

    /** Waits where nobody has waited for the schemas: who has found the merged schema unsound need not know what comes of it. */
    @Override
    public void close() {
        schemas.abandon();
    }

    private AccessRules access() {
        AccessRules.Builder rules = new AccessRules.Builder();
        merged.types().values().forEach(type -> {
            if (type instanceof SchemaType.ObjectType object && mayBeGuarded(object)) {
                object.fields().values().forEach(field -> {
                    rules.add(object.name(), field.name(), Access.of(object).rule());
                    rules.add(object.name(), field.name(), Access.of(field).rule());
                    SchemaType returned = merged.types().get(field.type().typeName());
                    if (returned != null && !(returned instanceof SchemaType.InterfaceType)) {
                        rules.add(
                                object.name(), field.name(), Access.of(returned).rule());
                    }
                });
            }
        });
        return rules.build();
    }

    private boolean mayBeGuarded(SchemaType.ObjectType type) {
        return type.hasDirectives()
                || type.outline().outputs().stream()
                        .anyMatch(name -> merged.types().get(name) instanceof SchemaType returned
                                && !returned.directives().isEmpty());
    }

    private Subgraph subgraph(ValidatedSubgraph subgraph) {
        Implementations implementations = Implementations.of(subgraph.types());
        Map<String, SubgraphType> types = new LinkedHashMap<>();
        boolean isSaidByTypesAlone =
                overrides.changes().getOrDefault(subgraph.name(), Map.of()).isEmpty()
                        && contexts(subgraph).isEmpty();
        subgraph.types().forEach((name, type) -> {
            boolean mayBeKnown = isSaidByTypesAlone && !(type instanceof SchemaType.InterfaceType);
            types.put(
                    name,
                    mayBeKnown
                            ? known.of(
                                    subgraph.name(),
                                    type,
                                    subgraph.facts().getOrDefault(name, Map.of()),
                                    narrowedBy(type),
                                    () -> type(subgraph, implementations, type))
                            : type(subgraph, implementations, type));
        });
        return new Subgraph(
                subgraph.name(),
                subgraph.parsed().source().url(),
                types,
                subgraph.parsed().stitched().map(StitchedService::batching).orElse(Batching.USUAL),
                subgraph.parsed().translation(),
                subgraph.stitches().local());
    }

    private SubgraphType type(ValidatedSubgraph subgraph, Implementations implementations, SchemaType type) {
        return switch (type) {
            case SchemaType.ObjectType object
            when object.has(FederationDirective.INTERFACE_OBJECT) ->
                new SubgraphType.InterfaceObject(object.name(), fields(subgraph, object));
            case SchemaType.ObjectType object ->
                new SubgraphType.ObjectType(object.name(), fields(subgraph, object), object.interfaces());
            case SchemaType.InterfaceType contract ->
                new SubgraphType.InterfaceType(
                        contract.name(),
                        fields(subgraph, contract),
                        contract.interfaces(),
                        implementations.of(contract.name()));
            case SchemaType.UnionType union -> new SubgraphType.UnionType(union.name(), union.members());
            case SchemaType.EnumType enumType -> new SubgraphType.EnumType(enumType.name(), known(enumType));
            case SchemaType.ScalarType scalar -> new SubgraphType.ScalarType(scalar.name());
            case SchemaType.InputType input -> new SubgraphType.InputObject(input.name(), known(input));
        };
    }

    /** What the supergraph may know less of than the subgraph does. */
    private @Nullable SchemaType narrowedBy(SchemaType own) {
        return switch (own) {
            case SchemaType.EnumType _, SchemaType.InputType _ -> merged.types().get(own.name());
            case SchemaType.Composite _, SchemaType.UnionType _, SchemaType.ScalarType _ -> null;
        };
    }

    /** What the supergraph left out of an enum or input object, nobody can send or see. */
    private Set<String> known(SchemaType.EnumType own) {
        Set<String> values = new LinkedHashSet<>(own.values().keySet());
        if (merged.types().get(own.name()) instanceof SchemaType.EnumType all) {
            values.retainAll(all.values().keySet());
        }
        return values;
    }

    private Map<String, TypeReference> known(SchemaType.InputType own) {
        Map<String, TypeReference> fields = types(own.fields());
        if (merged.types().get(own.name()) instanceof SchemaType.InputType all) {
            fields.keySet().retainAll(all.fields().keySet());
        }
        return fields;
    }

    private static Map<String, TypeReference> types(Map<String, SchemaInputValue> inputs) {
        Map<String, TypeReference> types = new LinkedHashMap<>();
        inputs.values().stream()
                .filter(input -> !input.has(FederationDirective.FROM_CONTEXT))
                .forEach(input -> types.put(input.name(), input.type()));
        return types;
    }

    private ReadContexts contexts(ValidatedSubgraph subgraph) {
        return contextsOf.computeIfAbsent(subgraph.name(), _ -> new ReadContexts(subgraph.types()));
    }

    private Map<String, SubgraphField> fields(ValidatedSubgraph subgraph, SchemaType.Composite type) {
        Map<String, SubgraphField> fields = new LinkedHashMap<>();
        ReadContexts contexts = contexts(subgraph);
        for (SchemaField field : type.fields().values()) {
            FieldFacts facts = subgraph.facts(type.name(), field.name());
            Resolution resolution = facts.isExternal()
                    ? new Resolution.External()
                    : overrides
                            .of(subgraph.name(), Coordinate.of(type.name(), field.name()))
                            .orElse(new Resolution.Resolved());
            fields.put(
                    field.name(),
                    new SubgraphField(
                            field.name(),
                            field.type(),
                            types(field.arguments()),
                            resolution,
                            facts.requires(),
                            facts.provides(),
                            contexts.argumentsOf(field)));
        }
        return fields;
    }
}
