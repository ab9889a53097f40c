package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.SDLNamedDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaPrinter;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.reload.ConfigurationWatch.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What graphql-tools composes or refuses, we do too, with the same schema. Where we do otherwise, the case says what
 * ({@code ours}) and why ({@code because}).
 */
class GraphToolsValidationTest {

    private static final Path CASES = Path.of("src/test/resources/stitching/graphql-tools-validation.json");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> twoServicesComposeOrAreRefusedAsTheyAreByGraphQlTools() throws IOException {
        return cases("composition")
                .map(test -> DynamicTest.dynamicTest(id(test), () -> {
                    List<Map<String, Object>> subgraphs = new ArrayList<>();
                    subgraphs.add(subgraph("a", test.path("a").asString()));
                    subgraphs.add(subgraph("b", test.path("b").asString()));
                    if (test.has("mergeOfA")) {
                        subgraphs.getFirst().put("merge", JSON.treeToValue(test.path("mergeOfA"), Map.class));
                    }
                    Map<String, Object> configuration = new LinkedHashMap<>(Map.of("subgraphs", subgraphs));
                    if (test.has("typeMergingOptions")) {
                        configuration.put(
                                "typeMergingOptions", JSON.treeToValue(test.path("typeMergingOptions"), Map.class));
                    }
                    check(test, configuration);
                }));
    }

    @TestFactory
    Stream<DynamicTest> wrongDirectivesAreRefused() throws IOException {
        return cases("directiveValidation")
                .map(test -> DynamicTest.dynamicTest(id(test), () -> {
                    String directives = """
                    directive @key(selectionSet: String!) on OBJECT
                    directive @merge(argsExpr: String, keyArg: String, keyField: String, key: [String!], additionalArgs: String) on FIELD_DEFINITION
                    """;
                    check(
                            test,
                            Map.of(
                                    "subgraphs",
                                    List.of(subgraph(
                                            "a", directives + test.path("sdl").asString()))));
                }));
    }

    private static Map<String, Object> subgraph(String name, String sdl) {
        Map<String, Object> subgraph = new LinkedHashMap<>();
        subgraph.put("name", name);
        subgraph.put("url", "http://" + name + "/graphql");
        subgraph.put("dialect", "stitching");
        subgraph.put("schema", Map.of("sdl", sdl));
        return subgraph;
    }

    private void check(JsonNode test, Map<String, Object> configuration) throws IOException {
        Path file = folder.resolve("gateway.yaml");
        Files.writeString(file, JSON.writeValueAsString(configuration));
        JsonNode expected = test.has("ours") ? test.path("ours") : test;
        if (test.has("ours")) {
            assertThat(test.path("because").asString("")).isNotBlank();
        }
        Result<GraphSettings> settings = new ReadSettings(List.of()).fromFile(file);
        if (settings instanceof Result.Refused<GraphSettings>(List<String> problems)) {
            assertThat(expected.path("ok").asBoolean()).as(problems.toString()).isFalse();
            assertThat(String.join("\n", problems))
                    .contains(expected.path("says").asString(""));
            return;
        }
        switch (StitchingScenariosTest.compose(folder)) {
            case CompositionResult.Composed composed -> {
                assertThat(expected.path("ok").asBoolean())
                        .as("%s, hints %s", composed.supergraph(), composed.hints())
                        .isTrue();
                assertThat(types(new SchemaPrinter(
                                        SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false))
                                .print(composed.supergraph().apiSchema())))
                        .isEqualTo(types(expected.path("schema").asString()));
                assertThat(composed.hints().stream()
                                .anyMatch(hint -> hint.code().isWarning()))
                        .as("warnings: %s", composed.hints())
                        .isEqualTo(!expected.path("warnings").isEmpty());
            }
            case CompositionResult.Refused(List<CompositionError> errors) -> {
                String printed =
                        errors.stream().map(CompositionError::print).toList().toString();
                assertThat(expected.path("ok").asBoolean()).as(printed).isFalse();
                assertThat(printed).contains(expected.path("says").asString("")).contains("Way out: ");
            }
        }
    }

    /** By name, so that neither order nor layout counts. */
    private static Map<String, String> types(String sdl) {
        Map<String, String> types = new TreeMap<>();
        new Parser()
                .parseDocument(sdl)
                .getDefinitionsOfType(SDLNamedDefinition.class)
                .forEach(definition -> types.put(definition.getName(), AstPrinter.printAstCompact(definition)));
        return types;
    }

    private static Stream<JsonNode> cases(String list) throws IOException {
        return JSON.readTree(Files.readString(CASES)).path(list).valueStream();
    }

    private static String id(JsonNode test) {
        return test.path("id").asString();
    }
}
