package io.weft.endtoend;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One archive for all tests of the run: started by the launcher with the example data, on free ports, in a folder of its own. */
final class RunningArchive implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> MODULES =
            List.of("records-service", "metadata-service", "features-service", "search-service", "gateway", "launcher");

    private final Path root = root();
    private final Path app = Path.of("target", "archive", "app").toAbsolutePath();
    private final Path state = Path.of("target", "archive", "state").toAbsolutePath();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** Hands the archive to test methods. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningArchive.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(RunningArchive.class, type -> started(), RunningArchive.class);
        }

        private static RunningArchive started() {
            RunningArchive archive = new RunningArchive();
            archive.unpack();
            archive.launcher("stop", "--remove");
            archive.start();
            return archive;
        }
    }

    /** Starts what does not run. */
    void start() {
        launcher("demo", "--port", "free");
    }

    /** Starts what does not run, on the ports it had. */
    void startAgain() {
        launcher("demo");
    }

    /** Runs the launcher as {@code ./weft} does; returns what it printed. */
    String launcher(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dweft.root=" + root,
                "-Dweft.app=" + app,
                "-jar",
                app.resolve("launcher/launcher.jar").toString(),
                "--state",
                state.toString()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("launcher", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
            int code = process.waitFor();
            String printed = Files.readString(output);
            Files.delete(output);
            if (code != 0) {
                throw new IllegalStateException(
                        "weft " + String.join(" ", arguments) + " ended with " + code + ":\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String token(String user, String role) {
        return tokens.computeIfAbsent(
                user + " " + role,
                key -> launcher("token", "--user", user, "--role", role).strip());
    }

    /** Where a part answers: {@code gateway}, {@code records}, … */
    URI url(String part, String path) {
        Properties ports = new Properties();
        try (Reader reader = Files.newBufferedReader(state.resolve("ports.properties"))) {
            ports.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return URI.create("http://localhost:" + ports.getProperty(part) + path);
    }

    /** Ends a part as a crash would. */
    void kill(String part) {
        try {
            String pid = Files.readString(state.resolve(part + ".pid")).strip().split("\\s+")[0];
            ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer of a part's {@code /graphql}. */
    record Answer(int status, JsonNode body) {
        JsonNode data() {
            if (!body.path("errors").isEmpty()) {
                throw new AssertionError("errors: " + body.path("errors").toPrettyString());
            }
            return body.path("data");
        }
    }

    Answer gateway(Optional<String> token, String query) {
        return ask("gateway", token, query, Map.of(), Map.of());
    }

    /** Asks until the gateway knows the schema: it looks for new ones every other second. */
    JsonNode answerOnce(Optional<String> token, String query) {
        java.time.Instant deadline = java.time.Instant.now().plusSeconds(60);
        Answer answer = gateway(token, query);
        while (!answer.body().path("errors").isEmpty()
                && java.time.Instant.now().isBefore(deadline)) {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    java.time.Duration.ofMillis(200).toNanos());
            answer = gateway(token, query);
        }
        return answer.data();
    }

    Answer ask(
            String part,
            Optional<String> token,
            String query,
            Map<String, Object> variables,
            Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(part, "/graphql"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", query, "variables", variables))));
        token.ifPresent(value -> request.header("authorization", "Bearer " + value));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** OpenNGC's main table: from {@code WEFT_OPENNGC}, or beside the clone. */
    Optional<Path> openNgc() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("WEFT_OPENNGC")).map(Path::of),
                        Optional.of(root.resolveSibling("shared").resolve("data/openngc/NGC.csv")))
                .flatMap(Optional::stream)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private void unpack() {
        for (String module : MODULES) {
            Path target = root.resolve(module.equals("launcher") ? "compose/launcher" : module)
                    .resolve("target");
            try (Stream<Path> files = Files.list(target)) {
                Path jar = files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "No application in " + target + ": run the build up to package"));
                Path folder = Files.createDirectories(app.resolve(module));
                Files.copy(jar, folder.resolve(module + ".jar"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("weft"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "not in a clone");
        }
        return folder;
    }

    @Override
    public void close() {
        launcher("stop", "--remove");
    }
}
