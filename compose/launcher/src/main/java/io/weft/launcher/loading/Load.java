package io.weft.launcher.loading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a data set into a running archive: registers its schema, hooks, vectors and conventions, publishes the records, then sends metadata, features
 * and search documents to their services at the same time. Doing it again changes nothing: registering and publishing are idempotent, the
 * rest replaces a record's values by the same.
 */
public final class Load {
    private final Endpoints endpoints;
    private final ServiceClient client = new ServiceClient();
    private final Function<String, String> tokens;
    private final Consumer<String> progress;

    /**
     * @param tokens   a token of a depositor of the given name; {@code curator} must be a curator who may register too
     * @param progress told each step in a sentence
     */
    public Load(Endpoints endpoints, Function<String, String> tokens, Consumer<String> progress) {
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.progress = progress;
    }

    /** @throws LoadProblem if a service refuses something */
    public void run(DataSet data) {
        Instant began = Instant.now();
        String curator = tokens.apply("curator");
        JsonNode definitions = data.definitions();
        progress.accept("Loading " + data.size() + " records: " + data.title());
        register(definitions, curator);
        for (String owner : data.owners()) {
            client.bulk(endpoints.records(), "/bulk/records", tokens.apply(owner), data.records(owner));
        }
        progress.accept("Published the records" + since(began));
        List<Supplier<String>> parts = new ArrayList<>();
        JsonNode schema = definitions.path("schema");
        String metadataPath = "/bulk/metadata/" + schema.path("id").stringValue() + "/"
                + schema.path("version").stringValue();
        parts.add(() -> {
            client.bulk(endpoints.metadata(), metadataPath, curator, data.metadata());
            return "metadata";
        });
        for (JsonNode hook : definitions.path("hooks")) {
            String name = hook.path("name").stringValue();
            String path = "/bulk/features/" + name + "?release="
                    + hook.path("release").stringValue();
            parts.add(() -> {
                client.bulk(endpoints.features(), path, curator, data.features(name));
                return name;
            });
        }
        parts.add(() -> {
            client.bulk(endpoints.search(), "/bulk/search", curator, data.search());
            return "texts and vectors";
        });
        together(parts, began);
    }

    private void register(JsonNode definitions, String curator) {
        JsonMapper json = JsonMapper.shared();
        client.mutate(
                endpoints.metadata(),
                curator,
                Mutations.REGISTER_SCHEMA,
                json.createObjectNode().set("input", definitions.path("schema")));
        for (JsonNode hook : definitions.path("hooks")) {
            ObjectNode input = ((ObjectNode) hook.deepCopy());
            input.remove("release");
            client.mutate(
                    endpoints.features(),
                    curator,
                    Mutations.REGISTER_HOOK,
                    json.createObjectNode().set("input", input));
        }
        for (JsonNode convention : definitions.path("conventions")) {
            client.mutate(
                    endpoints.records(),
                    curator,
                    Mutations.REGISTER_CONVENTION,
                    json.createObjectNode().set("input", convention));
        }
        for (JsonNode vector : definitions.path("vectors")) {
            client.mutate(
                    endpoints.search(),
                    curator,
                    Mutations.REGISTER_VECTOR,
                    json.createObjectNode().set("input", vector));
        }
    }

    private void together(List<Supplier<String>> parts, Instant began) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Supplier<String> part : parts) {
                running.add(executor.submit(() -> progress.accept("Loaded " + part.get() + since(began))));
            }
            for (Future<?> part : running) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : new LoadProblem("Loading failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadProblem("Interrupted while loading", e);
        }
    }

    private static String since(Instant began) {
        return " (%.1f s)".formatted(Duration.between(began, Instant.now()).toMillis() / 1000.0);
    }
}
