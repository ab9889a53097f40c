package io.weft.gateway.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a file has changed and come to rest: a change counts when two looks in a row see the same state, so that a
 * file is not read while it is being written. Looking is cheap; it works for replaced files, links and network folders
 * alike. For one thread.
 */
final class SettledFile {

    private final Path file;
    private Optional<State> seen = Optional.empty();
    private @Nullable Optional<State> told;

    private record State(long modified, long size, @Nullable Object key) {}

    SettledFile(Path file) {
        this.file = file;
    }

    /** Whether the file is another than when this was last answered with yes; yes at the first look. */
    boolean changed() {
        Optional<State> now = state();
        boolean settled = told == null || now.equals(seen);
        seen = now;
        if (!settled || now.equals(told)) {
            return false;
        }
        told = now;
        return true;
    }

    private Optional<State> state() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new State(
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size(), attributes.fileKey()));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
