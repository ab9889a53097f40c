package io.weft.gateway.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a supergraph while the rest of the process starts. What was read is given out once. */
public final class ReadAhead {

    private final GraphSource.@Nullable SupergraphFile source;
    private final Optional<FileTime> modified;
    private @Nullable CompletableFuture<ReadSupergraphFile.Result> reading;

    private ReadAhead(
            GraphSource.@Nullable SupergraphFile source,
            Optional<FileTime> modified,
            @Nullable CompletableFuture<ReadSupergraphFile.Result> reading) {
        this.source = source;
        this.modified = modified;
        this.reading = reading;
    }

    /** Reads nothing ahead. */
    public static ReadAhead nothing() {
        return new ReadAhead(null, Optional.empty(), null);
    }

    /** @param refused told at once, on another thread, when the file makes no graph */
    public static ReadAhead of(GraphSource.SupergraphFile source, Consumer<ReadSupergraphFile.Result.Refused> refused) {
        Optional<FileTime> modified = modified(source);
        CompletableFuture<ReadSupergraphFile.Result> reading =
                CompletableFuture.supplyAsync(() -> ReadSupergraphFile.read(source));
        reading.thenAccept(result -> {
            if (result instanceof ReadSupergraphFile.Result.Refused problems) {
                refused.accept(problems);
            }
        });
        return new ReadAhead(source, modified, reading);
    }

    /** Waits for what is being read, where it is this; reads it now otherwise. */
    synchronized ReadSupergraphFile.Result read(GraphSource.SupergraphFile asked) {
        CompletableFuture<ReadSupergraphFile.Result> ahead = reading;
        if (ahead == null || !asked.equals(source)) {
            return ReadSupergraphFile.read(asked);
        }
        reading = null;
        ReadSupergraphFile.Result result = ahead.join();
        return modified(asked).equals(modified) ? result : ReadSupergraphFile.read(asked);
    }

    private static Optional<FileTime> modified(GraphSource.SupergraphFile source) {
        try {
            return Optional.of(Files.getLastModifiedTime(source.file()));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
