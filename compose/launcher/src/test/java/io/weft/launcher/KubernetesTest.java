package io.weft.launcher;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** There is no cluster where the tests run: what can be said of the manifests without one. */
class KubernetesTest {
    private static final Path COMPOSE = Path.of("..");
    private static final Pattern SECRET = Pattern.compile("name: weft, key: (\\w+)");

    @TempDir
    Path folder;

    @Test
    void everyFileThatIsAppliedIsThere() throws IOException {
        Map<String, Object> kustomization =
                documents(COMPOSE.resolve("kustomization.yaml")).getFirst();
        List<String> files = new ArrayList<>(strings(kustomization.get("resources")));
        for (Map<String, Object> generator : maps(kustomization.get("configMapGenerator"))) {
            files.addAll(strings(generator.getOrDefault("files", List.of())));
            files.addAll(strings(generator.getOrDefault("envs", List.of())));
        }
        assertThat(files).allSatisfy(file -> assertThat(COMPOSE.resolve(file)).isRegularFile());
        try (var manifests = Files.list(COMPOSE.resolve("kubernetes"))) {
            assertThat(manifests.map(file -> "kubernetes/" + file.getFileName()))
                    .isSubsetOf(files);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"RECORDS", "METADATA", "FEATURES", "SEARCH", "GATEWAY"})
    void anApplicationIsToldWhatItIsToldByDockerCompose(Part part) throws IOException {
        Map<String, Object> container = container(part);
        assertThat(container).containsEntry("image", "weft/" + part.module());
        assertThat(maps(container.get("ports")).getFirst()).containsEntry("containerPort", part.defaultPort());
        Map<String, String> told = new TreeMap<>();
        for (Map<String, Object> variable : maps(container.get("env"))) {
            told.put(String.valueOf(variable.get("name")), String.valueOf(variable.get("value")));
        }
        Set<String> byConfigMap = Set.of("WEFT_DATABASE_URL", "WEFT_IDENTITY_HS256SECRET", "WEFT_IDENTITY_ANONYMOUS");
        Map<String, String> byCompose = new TreeMap<>(composeEnvironment(part));
        byCompose.keySet().removeAll(byConfigMap);
        assertThat(told.keySet()).isEqualTo(byCompose.keySet());
        byCompose.forEach((name, value) -> {
            if (!value.contains("${")) {
                assertThat(told).containsEntry(name, value);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"RECORDS", "METADATA", "FEATURES", "SEARCH", "GATEWAY"})
    void anApplicationIsProbedAndMayDoNothingItNeedNot(Part part) throws IOException {
        Map<String, Object> container = container(part);
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(String.valueOf(container.get(probe))).contains("/actuator/health/");
        }
        assertThat(String.valueOf(container.get("securityContext")))
                .contains("readOnlyRootFilesystem=true", "allowPrivilegeEscalation=false", "drop=[ALL]");
        assertThat(String.valueOf(container.get("resources"))).contains("limits={memory=");
    }

    @Test
    void everySecretIsOneThatDockerComposeAsksForToo() throws IOException {
        TreeSet<String> asked = new TreeSet<>();
        for (String name : List.of("records", "metadata", "features", "search", "gateway", "prepare", "postgresql")) {
            asked.addAll(SECRET.matcher(Files.readString(manifest(name)))
                    .results()
                    .map(result -> result.group(1))
                    .collect(Collectors.toSet()));
        }
        Workspace workspace = Workspace.of(COMPOSE, folder, COMPOSE);
        Ports ports = Ports.from(List.of(), Map.of(), Optional.empty());
        TreeSet<String> given = new TreeSet<>(
                DockerDemo.environment(Secrets.of(workspace), ports).keySet());
        given.removeIf(name -> name.startsWith("WEFT_PORT_") || name.equals("WEFT_HS256_SECRET"));
        assertThat(asked).isEqualTo(given);
    }

    private static Path manifest(String name) {
        return COMPOSE.resolve("kubernetes/" + name + ".yaml");
    }

    private static Map<String, Object> container(Part part) throws IOException {
        Map<String, Object> deployment = documents(manifest(part.label())).getFirst();
        assertThat(deployment).containsEntry("kind", "Deployment");
        Map<String, Object> template = map(map(deployment.get("spec")).get("template"));
        return maps(map(template.get("spec")).get("containers")).getFirst();
    }

    private static Map<String, String> composeEnvironment(Part part) throws IOException {
        Map<String, Object> compose =
                documents(COMPOSE.resolve("docker-compose.yaml")).getFirst();
        Map<String, Object> service = map(map(compose.get("services")).get(part.label()));
        return map(service.get("environment")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private static List<Map<String, Object>> documents(Path file) throws IOException {
        List<Map<String, Object>> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(Files.readString(file))
                .forEach(document -> documents.add(map(document)));
        return documents;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object value) {
        return (List<Map<String, Object>>) requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(@Nullable Object value) {
        return (List<String>) requireNonNull(value);
    }
}
