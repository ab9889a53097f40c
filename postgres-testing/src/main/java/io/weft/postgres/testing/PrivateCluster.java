package io.weft.postgres.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * This JVM's own server, in {@code .weft/testing/<pid>-<start>} of the clone: started from the clone's private PostgreSQL (which is made
 * first where it is missing), removed when the JVM ends. What a killed JVM left behind is removed by the next one.
 */
final class PrivateCluster {

    static final String URL_VARIABLE = "WEFT_TEST_DATABASE_URL";
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(5);
    private static final int PORT_ATTEMPTS = 5;

    private final Path checkout;

    PrivateCluster() {
        this.checkout = Checkout.folder();
    }

    Server start() {
        run(List.of(checkout.resolve("compose/postgresql/provision.sh").toString()));
        Path testing = checkout.resolve(".weft/testing");
        removeAbandoned(testing);
        ProcessHandle self = ProcessHandle.current();
        Path folder = testing.resolve(self.pid() + "-"
                + self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> remove(folder)));
        IllegalStateException failure = new IllegalStateException("No port was tried");
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            int port = freePort();
            try {
                run(script(
                        "start",
                        folder,
                        Integer.toString(port),
                        "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"
                                + " -c shared_buffers=64MB"));
                String password = Files.readString(folder.resolve("password")).strip();
                return new Server("127.0.0.1", port, "postgres", new Login("postgres", password));
            } catch (IllegalStateException e) {
                // Somebody else may have taken the port between asking for a free one and using it.
                failure = e;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw failure;
    }

    private void removeAbandoned(Path testing) {
        if (!Files.isDirectory(testing)) {
            return;
        }
        try (Stream<Path> folders = Files.list(testing)) {
            folders.filter(folder -> !hasLivingOwner(folder.getFileName().toString()))
                    .forEach(this::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasLivingOwner(String name) {
        String[] parts = name.split("-", 2);
        if (parts.length < 2 || !parts[0].matches("\\d{1,10}") || !parts[1].matches("\\d{1,16}")) {
            return false;
        }
        Instant recorded = Instant.ofEpochMilli(Long.parseLong(parts[1]));
        Optional<Instant> started = ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant());
        return started.isPresent()
                && Duration.between(started.get(), recorded).abs().compareTo(CLOCK_CORRECTION) < 0;
    }

    private void remove(Path folder) {
        try {
            run(script("remove", folder));
        } catch (IllegalStateException e) {
            // Another JVM may be removing the same left-over at this moment.
            if (Files.exists(folder)) {
                System.err.println("weft tests: " + folder + " could not be removed: " + e.getMessage());
            }
        }
    }

    private List<String> script(String command, Path folder, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(checkout.resolve("compose/postgresql/cluster.sh").toString());
        line.add(command);
        line.add(folder.toString());
        line.addAll(List.of(arguments));
        return line;
    }

    private static void run(List<String> command) {
        try {
            Path output = Files.createTempFile("weft-postgresql", ".log");
            try {
                // Into a file: a server that keeps our pipe open would keep us reading for ever.
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .start();
                int exit = process.waitFor();
                if (exit != 0) {
                    throw new IllegalStateException(String.join(" ", command) + " failed (exit " + exit + "):\n"
                            + Files.readString(output).strip());
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + String.join(" ", command), e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
