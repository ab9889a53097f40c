package io.weft.gateway.differential;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetcherFactories;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import io.weft.gateway.differential.Cut.Part;
import io.weft.gateway.differential.Cut.PartField;
import io.weft.gateway.differential.Cut.PartType;
import io.weft.gateway.differential.Cut.Role;
import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Input;
import io.weft.gateway.differential.World.Key;
import io.weft.gateway.differential.World.Row;
import io.weft.gateway.differential.World.Type;
import io.weft.gateway.subgraph.SubgraphSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One part as a subgraph. It answers only what it resolves: asked for a field that is external and not provided, or that
 * another part has taken over, it fails the request, so that a plan that is merely lucky does not pass.
 */
final class PartServer {

    /** A row on its way through this part; what the field above provides of it, as coordinates. */
    private record Seen(Row row, Map<String, Object> representation, Set<String> provided) {}

    private final World world;
    private final Part part;
    private final Set<String> activeLabels;
    private final List<String> complaints;
    private final GraphQL graphQl;

    /** @param complaints where it says what it should not have been asked */
    PartServer(World world, Part part, Set<String> activeLabels, List<String> complaints) {
        this.world = world;
        this.part = part;
        this.activeLabels = activeLabels;
        this.complaints = complaints;
        TypeResolver byRow = env -> typeHere(env, env.getObject());
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                        .defaultDataFetcher(DataFetcherFactories.useDataFetcher(this::value)));
        part.types.forEach((name, type) -> {
            if (!type.standsIn
                    && (world.types().get(name) instanceof Type.Interface
                            || world.types().get(name) instanceof Type.Union)) {
                wiring.type(name, builder -> builder.typeResolver(byRow));
            }
        });
        this.graphQl = GraphQL.newGraphQL(SubgraphSchema.of(
                        CutSdl.of(world, part) + StitchLookups.sdl(world, part), wiring.build(), this::entities, byRow))
                .build();
    }

    ExecutionResult execute(String document, Map<String, Object> variables) {
        return graphQl.execute(
                ExecutionInput.newExecutionInput(document).variables(variables).build());
    }

    /** As what the part has the row where the field is of this type: it may know several interfaces of it as objects. */
    private GraphQLObjectType typeHere(TypeResolutionEnvironment env, Seen seen) {
        String rowType = seen.row().type();
        if (env.getFieldType() instanceof GraphQLUnionType union
                && union.getName().equals("_Entity")
                && part.types.get((String) seen.representation().get("__typename")) instanceof PartType asked
                && asked.standsIn) {
            return env.getSchema().getObjectType(asked.name);
        }
        Set<String> possible = new HashSet<>();
        switch (env.getFieldType()) {
            case GraphQLUnionType union -> union.getTypes().forEach(type -> possible.add(type.getName()));
            case GraphQLInterfaceType face ->
                env.getSchema().getImplementations(face).forEach(type -> possible.add(type.getName()));
            default -> throw new IllegalArgumentException("not abstract: " + env.getFieldType());
        }
        String name = part.types.values().stream()
                .filter(type -> type.standsIn
                        && possible.contains(type.name)
                        && world.possible(type.name).contains(rowType))
                .map(type -> type.name)
                .findFirst()
                .orElse(rowType);
        return env.getSchema().getObjectType(name);
    }

    private List<@Nullable Seen> entities(DataFetchingEnvironment env) {
        List<Map<String, Object>> representations = Objects.requireNonNull(env.getArgument("representations"));
        return entities(representations);
    }

    private List<@Nullable Seen> entities(List<Map<String, Object>> representations) {
        List<@Nullable Seen> found = new ArrayList<>();
        representations.forEach(representation -> found.add(entity(representation)));
        return found;
    }

    private @Nullable Seen entity(Map<String, Object> representation) {
        String typeName = (String) representation.get("__typename");
        PartType type = part.types.get(typeName);
        if (type == null) {
            throw complaint(" was sent a " + typeName + ", which it does not know");
        }
        for (Map.Entry<Key, Boolean> key : type.keys.entrySet()) {
            Set<String> fields = key.getKey().fields().keySet();
            if (key.getValue() && representation.keySet().containsAll(fields)) {
                Map<String, Object> values = new LinkedHashMap<>();
                fields.forEach(field -> values.put(field, representation.get(field)));
                if (values.values().stream().allMatch(Objects::isNull)) {
                    throw complaint(" was sent a " + typeName + " of which nothing is known: " + values);
                }
                Row row = world.find(typeName, values)
                        .orElseThrow(() -> complaint(" was sent a " + typeName + " that does not exist: " + values));
                return part.lacks.contains(row) ? null : new Seen(row, representation, Set.of());
            }
        }
        throw complaint(" was sent a " + typeName + " without a key: " + representation);
    }

    private IllegalStateException complaint(String what) {
        complaints.add(part.name + what);
        return new IllegalStateException(part.name + what);
    }

    private @Nullable Object value(DataFetchingEnvironment env) {
        String fieldName = env.getField().getName();
        if (fieldName.startsWith(StitchLookups.FIND)) {
            return entity(env.getArgument("key"));
        } else if (fieldName.startsWith(StitchLookups.LIST) || fieldName.startsWith(StitchLookups.MATCH)) {
            List<Map<String, Object>> keys = Objects.requireNonNull(env.getArgument("keys"));
            List<@Nullable Seen> found = entities(keys);
            if (fieldName.startsWith(StitchLookups.MATCH)) {
                found.removeIf(Objects::isNull);
                found.addAll(0, List.copyOf(found).reversed());
            }
            return found;
        }
        if (!(env.getSource() instanceof Seen seen)) {
            return wrap(Monolith.root(world, env), Set.of());
        }
        String typeName = ((GraphQLNamedType) env.getParentType()).getName();
        PartField field = part.types.get(typeName).fields.get(env.getField().getName());
        check(typeName, field, seen);
        if (world.fieldsOf(typeName).get(field.name).content() instanceof Content.FromContext) {
            return World.inContext(seen.row(), field.name, env.getArgument("c"));
        }
        if (world.fieldsOf(typeName).get(field.name).content() instanceof Content.Computed(List<Input> inputs)
                && field.requires.isPresent()) {
            Map<String, Object> told = new HashMap<>();
            for (Input input : inputs) {
                if (!seen.representation().containsKey(input.field())) {
                    throw complaint(" was not told " + input.field() + " for " + field.name);
                }
                told.put(input.field(), seen.representation().get(input.field()));
            }
            return World.compute(field.name, told);
        }
        Set<String> provided = new HashSet<>();
        field.provides.forEach((type, name) -> provided.add(type + "." + name));
        return wrap(world.valueOf(seen.row(), field.name, Monolith.argument(env)), provided);
    }

    private void check(String typeName, PartField field, Seen seen) {
        boolean takenOver = field.role == Role.OVERRIDDEN
                && field.overriddenWhile.map(activeLabels::contains).orElse(true);
        boolean notYet =
                field.overrides.isPresent() && field.label.isPresent() && !activeLabels.contains(field.label.get());
        if (takenOver || notYet) {
            throw complaint(" was asked " + typeName + "." + field.name + ", which another one answers");
        }
        if (field.role == Role.EXTERNAL && !seen.provided().contains(seen.row().type() + "." + field.name)) {
            throw complaint(" was asked " + typeName + "." + field.name + ", external");
        }
    }

    private static @Nullable Object wrap(@Nullable Object value, Set<String> provided) {
        return switch (value) {
            case null -> null;
            case Row row -> new Seen(row, Map.of(), provided);
            case List<?> list -> {
                List<@Nullable Object> wrapped = new ArrayList<>();
                list.forEach(element -> wrapped.add(wrap(element, provided)));
                yield wrapped;
            }
            default -> value;
        };
    }
}
