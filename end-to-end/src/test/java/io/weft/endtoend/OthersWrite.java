package io.weft.endtoend;

import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who writes to {@link TouchedRecords}, as fast as the database does it. */
final class OthersWrite implements AutoCloseable {

    private final TouchedRecords records;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final AtomicInteger written = new AtomicInteger();
    private volatile boolean over;

    OthersWrite(RunningArchive archive) throws SQLException {
        records = new TouchedRecords(archive);
        Thread.ofPlatform().name("others").start(() -> {
            try {
                write();
                stopped.complete(null);
            } catch (SQLException e) {
                stopped.completeExceptionally(e);
            }
        });
    }

    private void write() throws SQLException {
        Random random = new Random(3);
        while (!over) {
            written.addAndGet(records.write(random));
        }
    }

    /** How many rows until now. */
    int written() {
        return written.get();
    }

    /** All is as it was. */
    @Override
    public void close() throws SQLException {
        over = true;
        stopped.join();
        records.close();
    }
}
