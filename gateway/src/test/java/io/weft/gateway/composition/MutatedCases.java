package io.weft.gateway.composition;

import graphql.schema.idl.SchemaPrinter;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Composes the cases that {@code src/test/peers/mutations.mjs} makes, a line each, and writes what came of them for
 * {@code judge.mjs}. Arguments: the file of cases, the file to write.
 */
final class MutatedCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> GRAPHQL_JAVAS_OWN = Set.of(
            "deprecated", "skip", "include", "specifiedBy", "oneOf", "defer", "experimental_disableErrorPropagation");

    private MutatedCases() {}

    public static void main(String[] files) throws IOException {
        List<String> composed = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(files[0]))) {
            composed.add(compose(JSON.readTree(line)).toString());
        }
        Files.write(Path.of(files[1]), composed);
    }

    private static ObjectNode compose(JsonNode mutated) {
        List<SubgraphSource> sources = new ArrayList<>();
        for (JsonNode subgraph : mutated.path("subgraphs")) {
            String name = subgraph.path("name").asString();
            sources.add(new SubgraphSource(
                    new SubgraphName(name),
                    URI.create("http://" + name + "/graphql"),
                    subgraph.path("sdl").asString()));
        }
        ObjectNode result = JSON.createObjectNode();
        result.put("seed", mutated.path("seed").asInt());
        switch (new Composer().compose(sources)) {
            case CompositionResult.Composed composed ->
                result.put(
                        "api",
                        new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                                        .includeDirectiveDefinition(name -> !GRAPHQL_JAVAS_OWN.contains(name))
                                        .includeScalarTypes(true))
                                .print(composed.supergraph().apiSchema()));
            case CompositionResult.Refused refused -> {
                ArrayNode errors = result.putArray("errors");
                refused.errors()
                        .forEach(error -> errors.addObject()
                                .put("code", error.code().toString())
                                .put("message", error.print()));
            }
        }
        return result;
    }
}
