package io.weft.gateway.application;

import java.nio.file.Path;
import java.util.Objects;

/** What says how a graph is served. */
sealed interface GraphOrigin {

    /**
     * These settings, for as long as it is served.
     *
     * @param folder that file names in them are relative to
     */
    record Settings(GraphSettings settings, Path folder) implements GraphOrigin {
        public Settings {
            Objects.requireNonNull(settings);
            Objects.requireNonNull(folder);
        }
    }

    /** A configuration file, which is read again when it changes. */
    record ConfigurationFile(Path file) implements GraphOrigin {
        public ConfigurationFile {
            Objects.requireNonNull(file);
        }

        /** That file names in it are relative to. */
        Path folder() {
            Path parent = file.toAbsolutePath().getParent();
            return parent == null ? Path.of("/") : parent;
        }
    }
}
