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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One archive for all tests of the run: started by the launcher with the example data, on free ports, in a folder of its own. */
final class RunningArchive implements AutoCloseable {

    /** Whether the archive of the run before is taken as it is, and left running: for work on a single test. */
    private static final boolean KEPT = Boolean.getBoolean("weft.archive.kept");

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
            if (KEPT && Files.exists(archive.state)) {
                archive.startAgain();
                return archive;
            }
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
        return URI.create("http://localhost:"
                + properties(state.resolve("ports.properties")).getProperty(part) + path);
    }

    /** A connection past row-level security. */
    Connection database() throws SQLException {
        String port = properties(state.resolve("ports.properties")).getProperty("postgresql");
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/weft",
                    "postgres",
                    Files.readString(state.resolve("postgresql/password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts one more gateway over the same services, with other settings, and waits until it is ready.
     *
     * @param settings by their names
     */
    OneMoreGateway gatewayWith(Map<String, String> settings) {
        Properties all = properties(state.resolve("config/gateway.properties"));
        all.putAll(settings);
        return OneMoreGateway.start(app.resolve("gateway/gateway.jar"), state, all);
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
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
        Instant deadline = Instant.now().plusSeconds(60);
        Answer answer = gateway(token, query);
        while (!answer.body().path("errors").isEmpty() && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
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
        return ask(url(part, "/graphql"), token, query, variables, headers);
    }

    Answer ask(URI url, Optional<String> token, String query, Map<String, ?> variables, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", query, "variables", variables))));
        token.ifPresent(value -> request.header("authorization", "Bearer " + value));
        headers.forEach(request::header);
        HttpResponse<String> response = send(request.build());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends lines to a bulk endpoint of a service. */
    void bulk(String part, String path, String token, String lines) {
        HttpRequest request = HttpRequest.newBuilder(url(part, path))
                .header("content-type", "application/x-ndjson")
                .header("authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
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
            folder = Objects.requireNonNull(folder.getParent(), "not in a clone");
        }
        return folder;
    }

    @Override
    public void close() {
        if (!KEPT) {
            launcher("stop", "--remove");
        }
    }
}
