package io.weft.http.server;

import reactor.netty.resources.LoopResources;

/**
 * The threads that read and write whatever this process has open: its clients, other services, its database. As many as there are processors: where an answer has come
 * from another thread's connection, that one has to be woken to send it on. They last as long as the process.
 */
public final class EventLoops {

    /** While one is busy with something large, another goes on. */
    private static final int AT_LEAST = 2;

    private static final LoopResources SHARED =
            LoopResources.create("weft", Math.max(AT_LEAST, Runtime.getRuntime().availableProcessors()), true);

    private EventLoops() {}

    /** Is not to be disposed of. */
    public static LoopResources shared() {
        return SHARED;
    }
}
