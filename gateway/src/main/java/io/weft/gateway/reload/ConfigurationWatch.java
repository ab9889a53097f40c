package io.weft.gateway.reload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/**
 * Watches a graph's configuration file, and through it the graph's source. New settings count from the moment a graph
 * is served under them; until then, and when they are refused, the graph that was served before lives on.
 *
 * @param <S> the settings
 */
public final class ConfigurationWatch<S> implements GraphWatch {

    private static final Logger log = LoggerFactory.getLogger(ConfigurationWatch.class);

    private final Path path;
    private final Supplier<Result<S>> read;
    private final Function<S, GraphWatch> watching;
    private final WatchedFile file;
    private volatile Now<S> now = new Now<>(null, null, GraphStatus.NOTHING, List.of());

    /** What came of reading the file. */
    public sealed interface Result<S> {
        record Read<S>(S settings) implements Result<S> {}

        /** @param problems each with its place in the file; at least one */
        record Refused<S>(List<String> problems) implements Result<S> {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * @param before   how things stood when the newest settings came
     * @param problems of the file as it is now
     */
    private record Now<S>(
            @Nullable S settings, @Nullable GraphWatch watch, GraphStatus before, List<String> problems) {}

    /**
     * @param read     the file
     * @param watching makes the watch for settings, not yet started
     * @param thread   one thread, for as long as the watch lasts
     */
    public ConfigurationWatch(Path path, Supplier<Result<S>> read, Function<S, GraphWatch> watching, Scheduler thread) {
        this.path = path;
        this.read = read;
        this.watching = watching;
        this.file = new WatchedFile(path, thread, this::consider);
    }

    @Override
    public void start() {
        file.start();
    }

    @Override
    public GraphStatus status() {
        Now<S> seen = now;
        GraphStatus status =
                seen.watch() == null ? GraphStatus.NOTHING : seen.watch().status();
        Optional<GraphStatus.Served> served =
                status.served().isPresent() ? status.served() : seen.before().served();
        List<String> refusals = new ArrayList<>(seen.problems());
        refusals.addAll(status.refusals());
        return new GraphStatus(served, status.sources(), refusals, seen.before().swaps() + status.swaps());
    }

    @Override
    public void close() {
        file.close();
        GraphWatch watch = now.watch();
        if (watch != null) {
            watch.close();
        }
    }

    private void consider() {
        switch (read.get()) {
            case Result.Read<S>(S settings) -> follow(settings);
            case Result.Refused<S>(List<String> problems) -> {
                now = new Now<>(now.settings(), now.watch(), now.before(), problems);
                log.error("The configuration is refused; the one before lives on:\n{}", String.join("\n", problems));
            }
        }
    }

    private void follow(S settings) {
        Now<S> last = now;
        if (Objects.equals(settings, last.settings())) {
            now = new Now<>(last.settings(), last.watch(), last.before(), List.of());
            return;
        }
        GraphStatus before = status();
        if (last.watch() != null) {
            last.watch().close();
            log.info("The configuration {} has changed", path);
        }
        GraphWatch next = watching.apply(settings);
        now = new Now<>(settings, next, before, List.of());
        next.start();
    }
}
