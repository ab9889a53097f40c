package io.weft.gateway.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a process of its own, and what it prints. */
final class GatewayProcess implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> printed = new ConcurrentLinkedQueue<>();
    private final Process process;
    private final Thread reader;
    private final int port;

    private GatewayProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** {@code weft gateway} with these options and a free port. */
    static GatewayProcess serving(String... options) throws IOException {
        return serving(Map.of(), options);
    }

    /** The same with more in its environment. */
    static GatewayProcess serving(Map<String, String> environment, String... options) throws IOException {
        int port = freePort();
        List<String> line = new ArrayList<>(List.of("gateway", "--port", Integer.toString(port)));
        line.addAll(List.of(options));
        GatewayProcess gateway = new GatewayProcess(start(environment, line), port);
        gateway.awaitReady();
        return gateway;
    }

    /** What became of a command that ends by itself. */
    record Ended(int code, String printed) {}

    static Ended run(String... line) throws IOException, InterruptedException {
        GatewayProcess command = new GatewayProcess(start(Map.of(), List.of(line)), 0);
        int code = command.process.waitFor();
        command.reader.join();
        command.http.close();
        return new Ended(code, String.join("\n", command.printed));
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    JsonNode ask(String path, String query) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
                .build());
    }

    JsonNode ask(String query) {
        return ask("/graphql", query);
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** As SIGTERM does. */
    void end() {
        process.toHandle().destroy();
    }

    /** Waits until nobody new is let in. */
    void awaitClosed() {
        boolean open = true;
        while (open) {
            try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                open = probe.isConnected();
                LockSupport.parkNanos(20_000_000);
            } catch (IOException refused) {
                open = false;
            }
        }
    }

    /** The exit code, once it has ended. */
    int ended() throws InterruptedException {
        int code = process.waitFor();
        reader.join();
        return code;
    }

    String printed() {
        return String.join("\n", printed);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }

    private static Process start(Map<String, String> environment, List<String> line) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Command.class.getName()));
        command.addAll(line);
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().putAll(environment);
        return process.start();
    }

    private void awaitReady() {
        while (process.isAlive()) {
            try {
                if (http.send(
                                        HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // refused; or reset, by the gateway's look at whether its port is free
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new IllegalStateException("the gateway ended: " + printed());
    }

    private JsonNode send(HttpRequest request) {
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(printed::add);
        } catch (IOException | UncheckedIOException e) {
            printed.add("(its output ended: " + e.getMessage() + ")");
        }
    }
}
