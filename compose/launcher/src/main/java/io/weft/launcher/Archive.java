package io.weft.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/** The archive that runs, or ran, in a workspace: its ports and its processes. */
final class Archive {
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    // Small and quick to start: a demo shares a laptop with other work. A deployment sets its own (compose/docker).
    private static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Workspace workspace;
    private final Progress progress;

    Archive(Workspace workspace, Progress progress) {
        this.workspace = workspace;
        this.progress = progress;
    }

    ServiceProcess process(Part part) {
        return new ServiceProcess(workspace, part);
    }

    boolean clusterRuns() {
        try {
            return new ProcessBuilder(
                                    workspace.script("postgresql/cluster.sh").toString(),
                                    "status",
                                    workspace.cluster().toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("Interrupted", e);
        }
    }

    /** The ports it was last started with. */
    Optional<Ports> ports() {
        Path file = workspace.state().resolve("ports.properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Part, Integer> numbers = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            numbers.put(part, Integer.parseInt(kept.getProperty(part.label(), Integer.toString(part.defaultPort()))));
        }
        return Optional.of(new Ports(numbers));
    }

    /** Remembers the ports for the commands to come. */
    void keep(Ports ports) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            numbers.put(part.label(), Integer.toString(ports.of(part)));
        }
        workspace.writeProperties(workspace.state().resolve("ports.properties"), numbers);
    }

    /** Starts what does not run yet and waits until all is ready. */
    void start(Ports ports, Optional<Database> given, Secrets secrets) {
        keep(ports);
        Database database = given.orElseGet(() -> startCluster(ports));
        progress.step("Preparing the database " + database.url());
        database.prepare(workspace, secrets);
        Configuration configuration = new Configuration(ports, database, secrets);
        List<Part> starting = new ArrayList<>();
        for (Part part : Part.applications()) {
            if (startApplication(part, configuration)) {
                starting.add(part);
            }
        }
        awaitReady(ports, starting);
    }

    private Database startCluster(Ports ports) {
        boolean runs = clusterRuns();
        if (runs && clusterPort() != ports.of(Part.POSTGRESQL)) {
            progress.step("PostgreSQL ran on port " + clusterPort() + ": restarting it");
            stopCluster();
            runs = false;
        }
        if (runs) {
            progress.step("PostgreSQL runs already on port " + ports.of(Part.POSTGRESQL));
        } else {
            ports.requireFree(Part.POSTGRESQL);
            progress.step("Starting PostgreSQL on port " + ports.of(Part.POSTGRESQL));
            workspace.run(List.of(
                    workspace.script("postgresql/cluster.sh").toString(),
                    "start",
                    workspace.cluster().toString(),
                    Integer.toString(ports.of(Part.POSTGRESQL)),
                    "-c max_connections=200 -c shared_buffers=256MB -c synchronous_commit=off"));
        }
        return Database.ownCluster(workspace, ports);
    }

    private void stopCluster() {
        workspace.run(List.of(
                workspace.script("postgresql/cluster.sh").toString(),
                "stop",
                workspace.cluster().toString()));
    }

    /** The fourth line of the running server's pid file (PostgreSQL's pidfile.h). */
    private int clusterPort() {
        try {
            return Integer.parseInt(Files.readAllLines(workspace.cluster().resolve("data/postmaster.pid"))
                    .get(3)
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean startApplication(Part part, Configuration configuration) {
        Path settingsFile = workspace.state().resolve("config").resolve(part.label() + ".properties");
        Map<String, String> settings = configuration.of(part);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        // On the command line, where no SERVER_PORT of the environment overrules it.
        command.add("-Dserver.port=" + configuration.ports().of(part));
        command.add("-Dspring.config.additional-location=file:" + settingsFile);
        command.add("-jar");
        command.add(workspace.jar(part).toString());
        ServiceProcess process = process(part);
        if (process.runs(command, settings.toString())) {
            progress.step(part.label() + " runs already on port "
                    + configuration.ports().of(part));
            return !Health.ready(configuration.ports(), part);
        }
        if (process.stop()) {
            progress.step(part.label() + " ran with another build or other settings: restarting it");
        }
        configuration.ports().requireFree(part);
        workspace.writeProperties(settingsFile, settings);
        process.start(command, settings.toString());
        return true;
    }

    private void awaitReady(Ports ports, List<Part> starting) {
        Instant began = Instant.now();
        List<Part> waiting = new ArrayList<>(starting);
        while (!waiting.isEmpty()) {
            for (Part part : List.copyOf(waiting)) {
                if (Health.ready(ports, part)) {
                    waiting.remove(part);
                    progress.step(part.label() + " is ready on port " + ports.of(part));
                } else if (process(part).running().isEmpty()) {
                    throw new Problem(part.label() + " ended while starting. The end of its log, " + workspace.log(part)
                            + ":\n" + Tail.of(workspace.log(part), 25));
                }
            }
            Duration waited = Duration.between(began, Instant.now());
            if (!waiting.isEmpty() && waited.compareTo(START_PATIENCE) > 0) {
                String names =
                        String.join(", ", waiting.stream().map(Part::label).toList());
                throw new Problem("Not ready after " + waited.toSeconds() + " s: " + names + ". The end of the log "
                        + workspace.log(waiting.getFirst()) + ":\n" + Tail.of(workspace.log(waiting.getFirst()), 25));
            }
            if (!waiting.isEmpty()) {
                progress.waiting("waiting for "
                        + String.join(", ", waiting.stream().map(Part::label).toList()) + " (" + waited.toSeconds()
                        + " s)");
                Pause.briefly();
            }
        }
    }

    /** One demo at a time may start or stop things here. */
    <T> T exclusively(Supplier<T> work) {
        try (FileChannel channel = FileChannel.open(
                        workspace.state().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new Problem("The lock of " + workspace.state() + " cannot be had");
            }
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops everything; says what. */
    void stop() {
        boolean any = false;
        for (Part part : Part.applications().reversed()) {
            if (process(part).stop()) {
                progress.step("Stopped " + part.label());
                any = true;
            }
        }
        if (clusterRuns()) {
            stopCluster();
            progress.step("Stopped postgresql");
            any = true;
        }
        if (!any) {
            progress.step("Nothing was running");
        }
    }
}
