package io.weft.gateway.differential;

import com.apollographql.federation.graphqljava.Federation;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetcherFactories;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.weft.gateway.differential.Cut.Part;
import io.weft.gateway.differential.Cut.PartField;
import io.weft.gateway.differential.Cut.PartType;
import io.weft.gateway.differential.Cut.Role;
import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Key;
import io.weft.gateway.differential.World.Row;
import io.weft.gateway.differential.World.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One part as a subgraph. It answers only what it resolves: asked for a field that is external and not provided, or that
 * another part has taken over, it fails the request, so that a plan that is merely lucky does not pass.
 */
final class PartServer {

    /** A row on its way through this part. */
    private record Seen(Row row, Map<String, Object> representation, Set<String> provided) {}

    private final World world;
    private final Part part;
    private final GraphQL graphQl;

    PartServer(World world, Part part) {
        this.world = world;
        this.part = part;
        TypeResolver byRow = env -> (GraphQLObjectType)
                env.getSchema().getType(((Seen) env.getObject()).row().type());
        TypeDefinitionRegistry registry = new SchemaParser().parse(Cut.sdl(world, part));
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                        .defaultDataFetcher(DataFetcherFactories.useDataFetcher(this::value)));
        part.types().keySet().forEach(name -> {
            if (world.types().get(name) instanceof Type.Interface
                    || world.types().get(name) instanceof Type.Union) {
                wiring.type(name, builder -> builder.typeResolver(byRow));
            }
        });
        this.graphQl = GraphQL.newGraphQL(Federation.transform(registry, wiring.build())
                        .setFederation2(true)
                        .resolveEntityType(byRow)
                        .fetchEntities(this::entities)
                        .build())
                .build();
    }

    ExecutionResult execute(String document, Map<String, Object> variables) {
        return graphQl.execute(
                ExecutionInput.newExecutionInput(document).variables(variables).build());
    }

    private List<@Nullable Seen> entities(DataFetchingEnvironment env) {
        List<Map<String, Object>> representations = env.getArgument("representations");
        return java.util.Objects.requireNonNull(representations).stream()
                .map(this::entity)
                .toList();
    }

    private Seen entity(Map<String, Object> representation) {
        String typeName = (String) representation.get("__typename");
        PartType type = part.types().get(typeName);
        if (type == null) {
            throw new IllegalStateException(part.name() + " was sent a " + typeName + ", which it does not know");
        }
        for (Map.Entry<Key, Boolean> key : type.resolvableKeys().entrySet()) {
            if (key.getValue()
                    && representation.keySet().containsAll(key.getKey().fields())) {
                Map<String, Object> values = new LinkedHashMap<>();
                key.getKey().fields().forEach(field -> values.put(field, representation.get(field)));
                return world.find(typeName, values)
                        .map(row -> new Seen(row, representation, Set.of()))
                        .orElseThrow(() -> new IllegalStateException("no " + typeName + " " + values));
            }
        }
        throw new IllegalStateException(part.name() + " was sent a " + typeName + " without a key: " + representation);
    }

    private @Nullable Object value(DataFetchingEnvironment env) {
        if (!(env.getSource() instanceof Seen seen)) {
            return wrap(Monolith.root(world, env), Set.of());
        }
        String typeName = ((GraphQLNamedType) env.getParentType()).getName();
        String fieldName = env.getField().getName();
        PartField field = part.types().get(typeName).fields().get(fieldName);
        World.Field truth = world.fieldsOf(typeName).get(fieldName);
        if (field.role() == Role.OVERRIDDEN) {
            throw new IllegalStateException(part.name() + " was asked " + typeName + "." + fieldName + ", overridden");
        }
        if (field.role() == Role.EXTERNAL && !seen.provided().contains(fieldName)) {
            throw new IllegalStateException(part.name() + " was asked " + typeName + "." + fieldName + ", external");
        }
        if (truth.content() instanceof Content.Computed(List<String> requires)) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            requires.forEach(required -> {
                if (!seen.representation().containsKey(required)) {
                    throw new IllegalStateException(part.name() + " was not told " + required + " for " + fieldName);
                }
                inputs.put(required, seen.representation().get(required));
            });
            return World.compute(fieldName, inputs);
        }
        Integer argument = env.getArgument("n");
        return wrap(world.valueOf(seen.row(), fieldName, argument == null ? 2 : argument), field.provides());
    }

    private static @Nullable Object wrap(@Nullable Object value, Set<String> provided) {
        return switch (value) {
            case null -> null;
            case Row row -> new Seen(row, Map.of(), provided);
            case List<?> list -> {
                List<@Nullable Object> wrapped = new java.util.ArrayList<>();
                list.forEach(element -> wrapped.add(wrap(element, provided)));
                yield wrapped;
            }
            default -> value;
        };
    }
}
