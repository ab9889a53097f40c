package io.weft.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same archive by Docker Compose: {@code compose/docker-compose.yaml}, its secrets ours. */
final class DockerDemo {
    private final Workspace workspace;
    private final Progress progress;

    DockerDemo(Workspace workspace, Progress progress) {
        this.workspace = workspace;
        this.progress = progress;
    }

    void start() {
        requireCompose();
        workspace.writeProperties(environmentFile(), environment(Secrets.of(workspace)));
        progress.step("Starting by Docker Compose");
        compose("up", "--build", "--detach", "--wait");
        progress.print("\nThe archive is ready: http://localhost:4000/graphql\n./weft stop --docker stops it.");
    }

    /** The variables that docker-compose.yaml asks for. */
    static Map<String, String> environment(Secrets secrets) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("WEFT_HS256_SECRET", secrets.token());
        environment.put("WEFT_TRUST_KEY", secrets.trust());
        environment.put("POSTGRES_PASSWORD", secrets.password("postgres"));
        for (Part service : Part.services()) {
            for (String kind : List.of("_owner", "_service")) {
                String role = service.label() + kind;
                environment.put(
                        "WEFT_" + role.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD", secrets.password(role));
            }
        }
        return environment;
    }

    void stop() {
        requireCompose();
        compose("down");
    }

    private Path environmentFile() {
        return workspace.state().resolve("docker.env");
    }

    private void requireCompose() {
        if (exitCode(List.of("docker", "compose", "version"), false) != 0) {
            throw new Problem(
                    "\"docker compose\" does not work here: install Docker with its Compose plugin, or run ./weft demo without --docker");
        }
    }

    private void compose(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                "docker",
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
