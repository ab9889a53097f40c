package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.configuration.ReadTransforms;
import io.weft.identity.IdentitySettings;
import io.weft.identity.TrustSettings;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/gateway.schema.json, by which editors help, knows the keys that the gateway knows, and no others. */
class ConfigurationSchemaTest {

    private static final JsonMapper JSON = new JsonMapper();
    /** What is no setting of the gateway, or is read from the YAML's nodes. */
    private static final Set<String> ELSEWHERE =
            Set.of("port", "host", "identity", "trust", "logging", "typeMergingOptions", "typeDefs", "resolvers");

    private static final Set<String> OF_STITCHED =
            Set.of("merge", "inaccessible", "stitching-directives", "batch", "maxBatchSize", "transforms");

    @Test
    void itHasTheSettingsOfTheGatewayAndOfASubgraph() throws IOException {
        JsonNode schema = schema();

        check(GatewayProperties.class, schema, ELSEWHERE);
        check(
                SubgraphProperties.class,
                schema.path("properties").path("subgraphs").path("items"),
                OF_STITCHED);
        check(IdentitySettings.class, schema.path("properties").path("identity"), Set.of());
        check(TrustSettings.class, schema.path("properties").path("trust"), Set.of());
    }

    @Test
    void itHasTheTransforms() throws IOException {
        Set<String> known = new TreeSet<>();
        schema().path("properties")
                .path("subgraphs")
                .path("items")
                .path("properties")
                .path("transforms")
                .path("items")
                .path("properties")
                .propertyNames()
                .forEach(known::add);

        assertThat(known).isEqualTo(new TreeSet<>(ReadTransforms.names()));
    }

    @TestFactory
    Stream<DynamicTest> everyConfigurationInTheDocumentsAndTheCasesFits() throws IOException {
        JsonNode schema = schema();
        try (Stream<Path> cases = Files.walk(StitchingScenariosTest.CASES)) {
            return cases.filter(file -> file.endsWith("gateway.yaml")).toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            StitchingScenariosTest.CASES.relativize(file).toString(), () -> {
                                JsonNode yaml = JSON.valueToTree(new Yaml().load(Files.readString(file)));
                                assertThat(unknown(yaml, schema)).isEmpty();
                            }));
        }
    }

    /** The keys of a value, at any depth, that the schema does not have. */
    private static Set<String> unknown(JsonNode value, JsonNode schema) {
        Set<String> unknown = new TreeSet<>();
        if (value.isArray()) {
            value.forEach(element -> unknown.addAll(unknown(element, schema.path("items"))));
        } else if (value.isObject()) {
            value.forEachEntry((key, member) -> {
                JsonNode below = schema.path("properties").path(key);
                if (below.isMissingNode()) {
                    below = schema.path("additionalProperties");
                }
                if (below.isObject()) {
                    unknown.addAll(unknown(member, below));
                } else if (!schema.has("anyOf")) {
                    unknown.add(key);
                }
            });
        }
        return unknown;
    }

    private static void check(Class<?> settings, JsonNode schema, Set<String> besides) {
        Map<String, Class<?>> known = new TreeMap<>();
        Arrays.stream(settings.getRecordComponents())
                .forEach(component -> known.put(kebab(component), component.getType()));
        Set<String> expected = new TreeSet<>(known.keySet());
        expected.addAll(besides);

        assertThat(new TreeSet<>(schema.path("properties").propertyNames()))
                .as(settings.getSimpleName())
                .isEqualTo(expected);
        known.forEach((name, type) -> {
            JsonNode below = schema.path("properties").path(name);
            if (type.isRecord() && !below.has("anyOf")) {
                check(type, below, Set.of());
            }
        });
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static JsonNode schema() throws IOException {
        return JSON.readTree(Files.readString(Path.of("../docs/gateway.schema.json")));
    }
}
