package io.weft.launcher;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** There is no Docker engine where the tests run: what can be said of the files without one. */
class DockerComposeTest {
    private static final Path COMPOSE = Path.of("..");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?");

    @Test
    void everyPartIsAServiceWithItsPortAndModule() throws IOException {
        Map<String, Map<String, Object>> services = services();
        assertThat(services.keySet())
                .containsExactlyInAnyOrder(
                        "postgresql", "prepare", "records", "metadata", "features", "search", "gateway");
        for (Part part : Part.applications()) {
            Map<String, Object> service = requireNonNull(services.get(part.label()));
            Map<?, ?> build = (Map<?, ?>) requireNonNull(service.get("build"));
            assertThat(build.get("args")).isEqualTo(Map.of("MODULE", part.module(), "PORT", part.defaultPort()));
            assertThat(COMPOSE.resolve(String.valueOf(build.get("context")))
                            .resolve(String.valueOf(build.get("dockerfile"))))
                    .exists();
            assertThat(String.valueOf(service.get("ports"))).contains(":" + part.defaultPort());
        }
    }

    @Test
    void everySecretThatComposeAsksForIsOneThatTheLauncherGives() throws IOException {
        TreeSet<String> asked = REQUIRED.matcher(text())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Workspace workspace = Workspace.of(COMPOSE, Files.createTempDirectory("weft-docker"), COMPOSE);
        assertThat(asked)
                .isEqualTo(new TreeSet<>(
                        DockerDemo.environment(Secrets.of(workspace)).keySet()));
        DeleteFolder.of(workspace.state());
    }

    @Test
    void noApplicationRunsAsRootOrMayWriteToItsImage() throws IOException {
        String dockerfile = Files.readString(COMPOSE.resolve("docker/Dockerfile"));
        Matcher user = Pattern.compile("(?m)^USER (\\d+)$").matcher(dockerfile);
        assertThat(user.find()).isTrue();
        assertThat(user.group(1)).isNotEqualTo("0");
        for (Part part : Part.applications()) {
            assertThat(services().get(part.label()))
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"));
        }
    }

    private static String text() throws IOException {
        return Files.readString(COMPOSE.resolve("docker-compose.yaml"));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(text());
        return requireNonNull(file.get("services"));
    }
}
