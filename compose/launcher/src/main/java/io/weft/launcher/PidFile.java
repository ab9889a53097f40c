package io.weft.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a pid file says.
 *
 * @param pid         the process's number
 * @param started     when the process began
 * @param fingerprint of the command and the settings it began with
 */
record PidFile(long pid, Instant started, String fingerprint) {

    /** Empty if there is none, or a crash left half of one. */
    static Optional<PidFile> read(Path file) {
        try {
            String[] parts = Files.exists(file) ? Files.readString(file).strip().split("\\s+") : new String[0];
            return parts.length == 3 && parts[0].matches("\\d{1,18}") && parts[1].matches("\\d{1,18}")
                    ? Optional.of(new PidFile(
                            Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2]))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Workspace workspace, Path file) {
        workspace.writePrivately(file, pid + " " + started.toEpochMilli() + " " + fingerprint + "\n");
    }
}
