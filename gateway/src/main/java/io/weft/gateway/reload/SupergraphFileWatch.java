package io.weft.gateway.reload;

import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/**
 * Serves a supergraph from a file, and serves it again when the file has changed. A file that cannot be read or is no
 * supergraph is refused and logged once; the graph that was served lives on.
 */
public final class SupergraphFileWatch implements GraphWatch {

    private static final Logger log = LoggerFactory.getLogger(SupergraphFileWatch.class);

    private final GraphSource.SupergraphFile source;
    private final Consumer<Supergraph> serve;
    private final ReadAhead ahead;
    private final Clock clock;
    private final WatchedFile file;
    private volatile GraphStatus status = GraphStatus.NOTHING;

    /**
     * @param ahead  perhaps has the file read already
     * @param serve  has the graph served from now on; called by {@link #start()} and then on {@code thread}
     * @param thread one thread, for as long as the watch lasts
     */
    public SupergraphFileWatch(
            GraphSource.SupergraphFile source,
            ReadAhead ahead,
            Consumer<Supergraph> serve,
            Scheduler thread,
            Clock clock) {
        this.source = source;
        this.ahead = ahead;
        this.serve = serve;
        this.clock = clock;
        this.file = new WatchedFile(source.file(), thread, this::consider);
    }

    /** Reads the file before it returns; whether that made a graph, {@link #status()} says. */
    @Override
    public void start() {
        file.start();
    }

    @Override
    public GraphStatus status() {
        return status;
    }

    @Override
    public void close() {
        file.close();
    }

    private void consider() {
        try {
            switch (ahead.read(source)) {
                case ReadSupergraphFile.Result.Read(Supergraph supergraph) -> swap(supergraph);
                case ReadSupergraphFile.Result.Refused(List<String> problems) -> refuse(problems);
            }
        } catch (RuntimeException bug) {
            log.error("The supergraph {} broke the gateway; {}", source.file(), whatIsServed(), bug);
            status = new GraphStatus(
                    status.served(), Map.of(), List.of(source.file() + ": internal error: " + bug), status.swaps());
        }
    }

    private void swap(Supergraph supergraph) {
        serve.accept(supergraph);
        List<SubgraphName> names =
                supergraph.subgraphs().stream().map(Subgraph::name).toList();
        status = new GraphStatus(
                Optional.of(new GraphStatus.Served(clock.instant(), names)), Map.of(), List.of(), status.swaps() + 1);
        log.info("The supergraph {} of {} is served now", source.file(), names);
    }

    private void refuse(List<String> problems) {
        status = new GraphStatus(status.served(), Map.of(), problems, status.swaps());
        log.error("The supergraph is refused; {}:\n{}", whatIsServed(), String.join("\n", problems));
    }

    private String whatIsServed() {
        return status.served().isPresent() ? "the graph that was served before lives on" : "there is no graph yet";
    }
}
