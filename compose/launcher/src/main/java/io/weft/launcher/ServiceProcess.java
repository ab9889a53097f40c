package io.weft.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An application as a process that outlives us. Its pid file holds the process's number and start, so that a number which another process
 * has got since is not mistaken for it, and the build and settings it runs with.
 */
final class ServiceProcess {
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final Workspace workspace;
    private final Part part;

    ServiceProcess(Workspace workspace, Part part) {
        this.workspace = workspace;
        this.part = part;
    }

    Part part() {
        return part;
    }

    Optional<ProcessHandle> running() {
        Optional<PidFile> recorded = PidFile.read(workspace.pidFile(part));
        return recorded.flatMap(file -> ProcessHandle.of(file.pid())
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start ->
                                Duration.between(start, file.started()).abs().compareTo(CLOCK_CORRECTION) < 0)
                        .orElse(false)));
    }

    /** Whether it runs with just this command and these settings. */
    boolean runs(List<String> command, String settings) {
        String fingerprint = fingerprint(command, settings);
        return running().isPresent()
                && PidFile.read(workspace.pidFile(part))
                        .map(file -> file.fingerprint().equals(fingerprint))
                        .orElse(false);
    }

    void start(List<String> command, String settings) {
        Path log = workspace.log(part);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(part.label() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            // A session of its own: a Ctrl-C at the terminal is for us, not for it.
            List<String> line = new ArrayList<>(List.of("setsid"));
            line.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(workspace.state().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile());
            // Its settings come from its file: the superuser's address is ours, not the service's weft.database.url.
            builder.environment().remove(Database.VARIABLE);
            Process process = builder.start();
            Instant started = process.info().startInstant().orElseGet(Instant::now);
            new PidFile(process.pid(), started, fingerprint(command, settings))
                    .write(workspace, workspace.pidFile(part));
        } catch (IOException e) {
            throw new Problem(part.label() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** @return whether there was something to stop */
    boolean stop() {
        Optional<ProcessHandle> process = running();
        process.ifPresent(this::end);
        try {
            Files.deleteIfExists(workspace.pidFile(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return process.isPresent();
    }

    private void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("Interrupted while stopping " + part.label(), e);
        }
    }

    private static String fingerprint(List<String> command, String settings) {
        return Integer.toHexString(command.hashCode()) + "-" + Integer.toHexString(settings.hashCode());
    }
}
