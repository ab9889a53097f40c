package io.weft.gateway.differential;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetcherFactories;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.weft.gateway.differential.StitchedService.Entry;
import io.weft.gateway.differential.StitchedService.Finds;
import io.weft.gateway.differential.StitchedWorld.Content;
import io.weft.gateway.differential.StitchedWorld.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A stitched service over its part of the world. It complains where it is asked without what it needs. */
final class StitchedServer {

    /** A row, and what the service was told for computing. */
    private record Seen(Row row, @Nullable Map<String, Object> inputs) {}

    private final StitchedWorld world;
    private final StitchedService service;
    private final List<String> complaints;
    private final Random random = new Random(1);
    private final GraphQL graphQl;

    StitchedServer(StitchedWorld world, StitchedService service, List<String> complaints) {
        this.world = world;
        this.service = service;
        this.complaints = complaints;
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                        .defaultDataFetcher(DataFetcherFactories.useDataFetcher(this::value)))
                .build();
        this.graphQl = GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(service.sdl()), wiring))
                .build();
    }

    ExecutionResult execute(String document, Map<String, Object> variables) {
        return graphQl.execute(
                ExecutionInput.newExecutionInput(document).variables(variables).build());
    }

    private static String graphName(String own) {
        return own.startsWith("x_") ? own.substring(2) : own;
    }

    private @Nullable Object value(DataFetchingEnvironment env) {
        String field = graphName(env.getField().getName());
        return switch (env.getSource()) {
            case null -> root(field, env);
            case Seen seen when field.equals("box") -> seen;
            case Seen seen when field.equals("sum") -> sum(seen);
            case Seen seen -> seen(seen.row().values().get(field));
            case Map<?, ?> object -> object.get(field);
            case Object other ->
                throw new IllegalStateException(
                        "no fields of " + other + ", " + ((GraphQLNamedType) env.getParentType()).getName());
        };
    }

    private Object sum(Seen seen) {
        if (seen.inputs() == null || !seen.inputs().keySet().containsAll(List.of("p0", "p1"))) {
            complaints.add(service.name + " was not told p0 and p1 of " + seen.row() + ", but " + seen.inputs());
            return -1;
        }
        return StitchedWorld.sum(seen.inputs().get("p0"), seen.inputs().get("p1"));
    }

    private static @Nullable Object seen(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Row row -> new Seen(row, null);
            case List<?> list -> list.stream().map(StitchedServer::seen).toList();
            default -> value;
        };
    }

    private @Nullable Object root(String field, DataFetchingEnvironment env) {
        Entry entry = service.entries.get(field);
        if (entry != null) {
            return found(entry, env);
        }
        return field.startsWith("ping") ? (Object) 7 : seen(ofWorld(world, field));
    }

    /** What a public root field has. */
    static Object ofWorld(StitchedWorld world, String field) {
        return field.startsWith("all")
                ? Objects.requireNonNull(world.rows().get(field.substring(3)))
                : Objects.requireNonNull(world.rows().get(field.substring(4))).getFirst();
    }

    private @Nullable Object found(Entry entry, DataFetchingEnvironment env) {
        if (entry.finds() == Finds.ONE) {
            return found(entry, env.getArguments());
        }
        List<Object> keys = Objects.requireNonNull(env.getArgument(service.own("keys")));
        List<@Nullable Seen> found = new ArrayList<>();
        for (Object key : keys) {
            found.add(found(entry, key instanceof Map<?, ?> map ? map : Map.of(entry(entry), key)));
        }
        if (new HashSet<>(keys).size() < keys.size()) {
            complaints.add(service.name + " was asked twice for one of " + keys);
        }
        if (entry.finds() == Finds.IN_DISORDER) {
            found.addAll(List.copyOf(found).subList(0, found.size() / 2));
            Collections.rotate(found, 1 + random.nextInt(3));
        }
        return found;
    }

    private String entry(Entry entry) {
        return service.kinds.get(entry.kind()).key().paths.getFirst();
    }

    private @Nullable Seen found(Entry entry, Map<?, ?> given) {
        Object where = given.containsKey(service.own("where")) ? given.get(service.own("where")) : given;
        List<String> paths = service.kinds.get(entry.kind()).key().paths;
        for (Row row : Objects.requireNonNull(world.rows().get(entry.kind()))) {
            boolean fits = paths.stream().allMatch(path -> {
                String leaf = path.substring(path.indexOf('.') + 1);
                Object value = ((Map<?, ?>) where).get(service.own(leaf));
                Object plain = value == null ? ((Map<?, ?>) where).get(leaf) : value;
                return String.valueOf(row.at(path)).equals(String.valueOf(plain));
            });
            if (fits) {
                Map<String, Object> inputs = new HashMap<>();
                List.of("p0", "p1").stream()
                        .filter(given::containsKey)
                        .forEach(input -> inputs.put(input, given.get(input)));
                return new Seen(row, inputs);
            }
        }
        if (service.kinds.get(entry.kind()).fields().values().stream()
                .noneMatch(field -> field.content() instanceof Content.Link)) {
            complaints.add(service.name + " was sent a key of nothing: " + given);
        }
        return null;
    }
}
