package io.weft.gateway.differential;

import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Field;
import io.weft.gateway.differential.World.Input;
import io.weft.gateway.differential.World.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A random supergraph as a scenario folder: a failure to be read and moved to the others, or a case for other gateways. */
final class WriteScenario {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final World world;

    private WriteScenario(World world) {
        this.world = world;
    }

    static void write(World world, Cut cut, List<RandomOperation> operations, Path folder) {
        try {
            Files.createDirectories(folder.resolve("subgraphs"));
            for (Cut.Part part : cut.parts()) {
                Files.writeString(folder.resolve("subgraphs").resolve(part.name + ".graphqls"), CutSdl.of(world, part));
            }
            for (int i = 0; i < operations.size(); i++) {
                String name = operations.size() == 1 ? "query" : "query-" + i;
                Files.writeString(
                        folder.resolve(name + ".graphql"), operations.get(i).document());
                Files.writeString(
                        folder.resolve(name + ".variables.json"),
                        JSON.writeValueAsString(operations.get(i).variables()));
            }
            Files.writeString(folder.resolve("data.json"), JSON.writeValueAsString(new WriteScenario(world).data()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> data() {
        Map<String, Object> objects = new LinkedHashMap<>();
        Map<String, Object> queries = new LinkedHashMap<>();
        world.rows()
                .forEach((type, rows) -> objects.put(
                        type,
                        rows.stream()
                                .map(row -> object(row, world.fieldsOf(type)))
                                .toList()));
        world.types().keySet().forEach(type -> {
            List<Object> all = new ArrayList<>();
            world.possible(type).forEach(name -> world.rows().get(name).forEach(row -> all.add(value(row))));
            queries.put("all" + type, all);
            queries.put("one" + type, Map.of("$find", world.possible(type).getFirst()));
        });
        queries.put(World.ROOT_CONTEXT, World.ROOT_CONTEXT);
        return Map.of("objects", objects, "Query", queries, "Mutation", Map.of());
    }

    private Map<String, Object> object(Row row, Map<String, Field> fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("_row", row.number());
        fields.values()
                .forEach(field -> object.put(
                        field.name(),
                        switch (field.content()) {
                            case Content.Scalar scalar -> row.values().get(field.name());
                            case Content.Reference reference ->
                                value(row.values().get(field.name()));
                            case Content.Fragile fragile ->
                                row.number() % 2 == 1
                                        ? Map.of("$error", "nobody knows")
                                        : row.values().get(field.name());
                            case Content.Counter counter -> 0;
                            case Content.WithArgument argued ->
                                Map.of("$arguments", Map.of("n=2", "two", "", "another"));
                            case Content.WithInput argued -> Map.of("$echo", true);
                            case Content.FromContext contextual -> Map.of("$echo", true);
                            case Content.Computed(List<Input> inputs) ->
                                Map.of(
                                        "$from",
                                        inputs.stream().map(Input::field).toList());
                        }));
        return object;
    }

    private @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Row row -> Map.of("$ref", row.type(), "_row", row.number());
            case List<?> list -> {
                List<Object> all = new ArrayList<>();
                list.forEach(element -> all.add(value(element)));
                yield all;
            }
            case null, default -> value;
        };
    }
}
