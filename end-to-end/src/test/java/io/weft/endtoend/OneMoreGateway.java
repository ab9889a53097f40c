package io.weft.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/** A gateway beside the archive's own. */
record OneMoreGateway(Process process, URI url) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static OneMoreGateway start(Path application, Path state, Properties settings) {
        try {
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Path file = Files.createTempFile(state, "gateway", ".properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
            Path log = file.resolveSibling(file.getFileName() + ".log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx512m",
                            "-Dserver.port=" + port,
                            "-Dspring.config.additional-location=file:" + file,
                            "-jar",
                            application.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            OneMoreGateway gateway = new OneMoreGateway(process, URI.create("http://localhost:" + port));
            gateway.await(log);
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(Path log) throws IOException {
        HttpRequest ready = HttpRequest.newBuilder(url.resolve("/actuator/health/readiness"))
                .build();
        Instant deadline = Instant.now().plus(PATIENCE);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(deadline) && process.isAlive()) {
                try {
                    if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        close();
        throw new IllegalStateException("The gateway is not ready: " + Files.readString(log));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
