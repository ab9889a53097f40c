package io.weft.gateway.differential;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcherFactories;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.GraphQLUnmodifiedType;
import io.weft.gateway.differential.World.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The oracle: the whole world behind one schema, executed by graphql-java. */
final class Monolith {

    private final World world;
    private final GraphQL graphQl;

    Monolith(World world, GraphQLSchema apiSchema) {
        this.world = world;
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry()
                .defaultDataFetcher(DataFetcherFactories.useDataFetcher(env -> value(world, env)));
        apiSchema.getAllTypesAsList().forEach(type -> {
            if (type instanceof GraphQLInterfaceType face) {
                code.typeResolver(face, env -> env.getSchema().getObjectType(((Row) env.getObject()).type()));
            }
            if (type instanceof GraphQLUnionType union) {
                code.typeResolver(union, env -> env.getSchema().getObjectType(((Row) env.getObject()).type()));
            }
        });
        // by name, and so all types: a composed schema does not hand them on by itself
        Set<GraphQLType> types = apiSchema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .collect(Collectors.toSet());
        this.graphQl = GraphQL.newGraphQL(apiSchema.transform(
                        builder -> builder.codeRegistry(code.build()).additionalTypes(types)))
                .build();
    }

    /** In the world as it was at the beginning. */
    ExecutionResult execute(String document, Map<String, Object> variables) {
        world.counters().clear();
        return graphQl.execute(
                ExecutionInput.newExecutionInput(document).variables(variables).build());
    }

    private static @Nullable Object value(World world, DataFetchingEnvironment env) {
        List<@Nullable Row> above = env.getLocalContext() == null ? List.of() : env.getLocalContext();
        List<@Nullable Row> below = new ArrayList<>(above);
        below.addFirst(env.getSource() instanceof Row row ? row : null);
        return DataFetcherResult.newResult()
                .data(value(world, env, above))
                .localContext(below)
                .build();
    }

    private static @Nullable Object value(World world, DataFetchingEnvironment env, List<@Nullable Row> above) {
        if (!(env.getSource() instanceof Row row)) {
            return root(world, env);
        }
        World.Field field = world.fieldsOf(row.type()).get(env.getField().getName());
        return field.content() instanceof World.Content.FromContext
                ? world.valueInContext(row, field, above)
                : world.valueOf(row, field.name(), argument(env));
    }

    /** What the field's value depends on, beside its object. */
    static @Nullable Object argument(DataFetchingEnvironment env) {
        return env.getArguments().isEmpty()
                ? (Object) 2
                : env.getArguments().values().iterator().next();
    }

    /** A root field's true value: {@code one…} by id, {@code bump…} by id, or {@code all…}. */
    static @Nullable Object root(World world, DataFetchingEnvironment env) {
        if (env.getField().getName().equals(World.ROOT_CONTEXT)) {
            return World.ROOT_CONTEXT;
        }
        GraphQLUnmodifiedType target = GraphQLTypeUtil.unwrapAll(env.getFieldType());
        String id = env.getArgument("id");
        if (id == null) {
            return world.possible(target.getName()).stream()
                    .flatMap(name -> world.rows().get(name).stream())
                    .toList();
        }
        Row found = world.find(target.getName(), Map.of("id", id)).orElse(null);
        Integer by = env.getArgument("by");
        return found == null || by == null ? found : world.bump(found, by);
    }
}
