package io.weft.gateway.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** Has something done whenever a file has changed and come to rest. */
public final class WatchedFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WatchedFile.class);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Path path;
    private final SettledFile file;
    private final Scheduler thread;
    private final Runnable changed;
    private final Disposable.Swap loop = Disposables.swap();

    /** @param changed called by {@link #start()} and then on {@code thread}; reads the file */
    public WatchedFile(Path path, Scheduler thread, Runnable changed) {
        this.path = path;
        this.file = new SettledFile(path);
        this.thread = thread;
        this.changed = changed;
    }

    /** Calls before it returns, and then after each change. */
    public void start() {
        file.changed();
        changed.run();
        loop.update(thread.schedulePeriodically(
                this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        loop.dispose();
    }

    private void look() {
        if (!file.changed()) {
            return;
        }
        try {
            changed.run();
        } catch (RuntimeException bug) {
            log.error("The new {} broke the gateway; what was served before lives on", path, bug);
        }
    }
}
