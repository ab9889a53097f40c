package io.weft.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same archive by Docker Compose: {@code compose/docker-compose.yaml}, its secrets ours. */
final class DockerDemo {
    private final Workspace workspace;
    private final Progress progress;
    private final String docker;

    /** @param docker the command, by its name or its path */
    DockerDemo(Workspace workspace, Progress progress, String docker) {
        this.workspace = workspace;
        this.progress = progress;
        this.docker = docker;
    }

    /** Builds the images, starts the containers and waits until all are healthy. */
    void start(Ports ports, Secrets secrets) {
        requireCompose();
        workspace.writeProperties(environmentFile(), environment(secrets, ports));
        progress.step("Starting by Docker Compose (the first time it builds the images)");
        compose("up", "--build", "--detach", "--wait");
    }

    void stop(boolean remove) {
        requireCompose();
        requireStarted();
        if (remove) {
            compose("down", "--volumes");
        } else {
            compose("down");
        }
    }

    void status() {
        requireCompose();
        requireStarted();
        compose("ps");
    }

    void logs(Part part, int lines, boolean follow) {
        requireCompose();
        requireStarted();
        List<String> arguments = new ArrayList<>(List.of("logs", "--no-log-prefix", "--tail", Integer.toString(lines)));
        if (follow) {
            arguments.add("--follow");
        }
        arguments.add(part.label());
        compose(arguments.toArray(String[]::new));
    }

    /** The variables that docker-compose.yaml asks for. */
    static Map<String, String> environment(Secrets secrets, Ports ports) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("WEFT_HS256_SECRET", secrets.token());
        environment.put("WEFT_TRUST_KEY", secrets.trust());
        environment.put("POSTGRES_PASSWORD", secrets.password("postgres"));
        for (Part service : Part.services()) {
            for (String kind : List.of("_owner", "_service")) {
                String role = service.label() + kind;
                environment.put("WEFT_" + role.toUpperCase(Locale.ROOT) + "_PASSWORD", secrets.password(role));
            }
        }
        for (Part part : Part.applications()) {
            environment.put("WEFT_PORT_" + part.name(), Integer.toString(ports.of(part)));
        }
        return environment;
    }

    private Path environmentFile() {
        return workspace.state().resolve("docker.env");
    }

    private void requireCompose() {
        if (exitCode(List.of(docker, "compose", "version"), false) != 0) {
            throw new Problem(
                    "\"docker compose\" does not work here: install Docker with its Compose plugin, or run ./weft demo without --docker");
        }
    }

    private void requireStarted() {
        if (!Files.exists(environmentFile())) {
            throw new Problem("Nothing has been started by Docker Compose here yet: ./weft demo --docker");
        }
    }

    private void compose(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                docker,
                "compose",
                "--file",
                workspace.script("docker-compose.yaml").toString(),
                "--env-file",
                environmentFile().toString()));
        line.addAll(List.of(arguments));
        if (exitCode(line, true) != 0) {
            throw new Problem("docker compose " + arguments[0] + " failed; what it said is above");
        }
    }

    private static int exitCode(List<String> line, boolean shown) {
        try {
            ProcessBuilder builder = new ProcessBuilder(line);
            if (shown) {
                builder.inheritIO();
            } else {
                builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            }
            return builder.start().waitFor();
        } catch (IOException e) {
            return 127;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("Interrupted", e);
        }
    }
}
