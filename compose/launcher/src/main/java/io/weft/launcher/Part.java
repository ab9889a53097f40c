package io.weft.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of the archive that runs as a process of its own, in the order of starting. */
enum Part {
    POSTGRESQL(54320),
    RECORDS(4001),
    METADATA(4002),
    FEATURES(4003),
    SEARCH(4004),
    GATEWAY(4000);

    private final int defaultPort;

    Part(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** The name on the command line, in logs and in the gateway's configuration. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Maven module whose application this is. */
    String module() {
        return this == GATEWAY ? "gateway" : label() + "-service";
    }

    static List<Part> services() {
        return List.of(RECORDS, METADATA, FEATURES, SEARCH);
    }

    static List<Part> applications() {
        return List.of(RECORDS, METADATA, FEATURES, SEARCH, GATEWAY);
    }

    static Optional<Part> named(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(label))
                .findFirst();
    }

    static String labels() {
        return String.join(", ", Arrays.stream(values()).map(Part::label).toList());
    }
}
