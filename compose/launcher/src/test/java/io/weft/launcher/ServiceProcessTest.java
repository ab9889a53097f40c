package io.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
    private static final List<String> LONG_RUNNING = List.of("tail", "-f", "/dev/null");

    @TempDir
    Path folder;

    private Workspace workspace() {
        return Workspace.of(folder, folder.resolve("run"), folder);
    }

    @Test
    void aStartedProcessIsFoundAgainAndStopped() {
        ServiceProcess process = new ServiceProcess(workspace(), Part.RECORDS);
        process.start(LONG_RUNNING, "a");
        assertThat(new ServiceProcess(workspace(), Part.RECORDS).running()).isPresent();
        assertThat(process.runs(LONG_RUNNING, "a")).isTrue();
        assertThat(process.runs(LONG_RUNNING, "b")).isFalse();
        assertThat(process.stop()).isTrue();
        assertThat(process.running()).isEmpty();
        assertThat(process.stop()).isFalse();
    }

    @Test
    void aProcessThatWasKilledIsNotRunning() {
        ServiceProcess process = new ServiceProcess(workspace(), Part.RECORDS);
        process.start(LONG_RUNNING, "a");
        ProcessHandle handle = process.running().orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
        assertThat(process.running()).isEmpty();
        process.start(LONG_RUNNING, "a");
        assertThat(process.running()).isPresent();
        process.stop();
    }

    @Test
    void anotherProcessWithARecycledNumberIsLeftAlone() {
        Workspace workspace = workspace();
        ProcessHandle self = ProcessHandle.current();
        new PidFile(self.pid(), Instant.EPOCH, "x").write(workspace, workspace.pidFile(Part.SEARCH));
        ServiceProcess process = new ServiceProcess(workspace, Part.SEARCH);
        assertThat(process.running()).isEmpty();
        assertThat(process.stop()).isFalse();
        assertThat(self.isAlive()).isTrue();
    }

    @Test
    void halfAPidFileIsNone() throws IOException {
        Workspace workspace = workspace();
        Files.writeString(workspace.pidFile(Part.GATEWAY), "12");
        assertThat(new ServiceProcess(workspace, Part.GATEWAY).running()).isEmpty();
    }

    @Test
    void secretsAreMadeOnceAndOnlyTheirOwnerReadsThem() throws IOException {
        Secrets first = Secrets.of(workspace());
        Secrets second = Secrets.of(workspace());
        assertThat(second.token()).isEqualTo(first.token()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(second.password("records_owner")).isEqualTo(first.password("records_owner"));
        assertThat(first.password("records_owner")).isNotEqualTo(first.password("records_service"));
        assertThat(Base64.getDecoder().decode(first.trust())).hasSize(32);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("run/secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
