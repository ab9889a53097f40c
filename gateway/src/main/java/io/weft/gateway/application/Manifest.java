package io.weft.gateway.application;

import io.weft.gateway.reload.ConfigurationWatch.Result;
import io.weft.gateway.reload.WatchedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Keeps the graphs of the process as a file names them. A manifest that is wrong is refused as a whole. */
final class Manifest implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Manifest.class);

    private final Path path;
    private final ReadSettings settings;
    private final ServedGraphs graphs;
    private final WatchedFile file;
    private volatile List<String> problems = List.of();
    private volatile Mono<Void> serving = Mono.empty();

    Manifest(Path path, ReadSettings settings, ServedGraphs graphs, Scheduler thread) {
        this.path = path;
        this.settings = settings;
        this.graphs = graphs;
        this.file = new WatchedFile(path, thread, this::consider);
    }

    /** Each graph has been tried once when this returns. */
    void start() {
        file.start();
        serving.block();
    }

    /** Why the newest manifest is refused; empty where it is not. */
    List<String> problems() {
        return problems;
    }

    @Override
    public void close() {
        file.close();
    }

    private void consider() {
        switch (ReadManifest.read(path, settings)) {
            case Result.Read<Map<String, GraphOrigin>>(Map<String, GraphOrigin> wanted) -> {
                problems = List.of();
                Mono<Void> next = graphs.serve(wanted).cache();
                serving = next;
                next.subscribe(
                        nothing -> {},
                        bug -> log.error("The graphs of {} could not be served", path, bug),
                        () -> log.info("{} graphs of {} are served now: {}", wanted.size(), path, wanted.keySet()));
            }
            case Result.Refused<Map<String, GraphOrigin>>(List<String> wrong) -> {
                problems = wrong;
                log.error("The manifest is refused; the one before lives on:\n{}", String.join("\n", wrong));
            }
        }
    }
}
