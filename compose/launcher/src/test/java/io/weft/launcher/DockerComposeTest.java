package io.weft.launcher;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** There is no Docker engine where the tests run: what can be said of the files without one. */
class DockerComposeTest {
    private static final Path COMPOSE = Path.of("..");
    private static final Ports DEFAULT_PORTS = Ports.from(List.of(), Map.of(), Optional.empty());
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?");

    @TempDir
    Path folder;

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
        Workspace workspace = Workspace.of(COMPOSE, folder, COMPOSE);
        TreeSet<String> given = new TreeSet<>(
                DockerDemo.environment(Secrets.of(workspace), DEFAULT_PORTS).keySet());
        given.removeIf(name -> name.startsWith("WEFT_PORT_"));
        assertThat(asked).isEqualTo(given);
    }

    @Test
    void theCommandsAreTheOnesOfCompose() throws IOException {
        Path docker = folder.resolve("docker");
        Path said = folder.resolve("said");
        Files.writeString(docker, "#!/bin/sh\necho \"$*\" >>" + said + "\n");
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwx------"));
        Workspace workspace = Workspace.of(folder, folder.resolve("state"), folder);
        DockerDemo demo = new DockerDemo(workspace, new Progress(System.out, false), docker.toString());
        assertThatThrownBy(() -> demo.stop(false)).hasMessageContaining("./weft demo --docker");
        Ports ports = Ports.from(List.of("records=4711"), Map.of("WEFT_PORT_GATEWAY", "4010"), Optional.empty());
        demo.start(ports, Secrets.of(workspace));
        demo.logs(Part.SEARCH, 7, true);
        demo.status();
        demo.stop(true);
        String compose = "compose --file " + workspace.script("docker-compose.yaml") + " --env-file "
                + workspace.state().resolve("docker.env") + " ";
        assertThat(Files.readAllLines(said).stream().filter(line -> !line.equals("compose version")))
                .containsExactly(
                        compose + "up --build --detach --wait",
                        compose + "logs --no-log-prefix --tail 7 --follow search",
                        compose + "ps",
                        compose + "down --volumes");
        assertThat(Files.readString(workspace.state().resolve("docker.env")))
                .contains("WEFT_PORT_RECORDS=4711", "WEFT_PORT_GATEWAY=4010");
    }

    @Test
    void aMachineWithoutComposeIsToldSo() {
        Workspace workspace = Workspace.of(folder, folder.resolve("state"), folder);
        DockerDemo demo = new DockerDemo(
                workspace,
                new Progress(System.out, false),
                folder.resolve("none").toString());
        assertThatThrownBy(() -> demo.start(DEFAULT_PORTS, Secrets.of(workspace)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("install Docker with its Compose plugin");
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
