package io.weft.http.server;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/**
 * Timers of the event loop that serves a request. Reactor's own have threads of theirs, of which one is woken whenever a timer is set: where a request sets five that
 * never go off, that is five switches of context. An event loop looks at its timers when it is awake anyway.
 */
public final class EventLoopTimers {

    private EventLoopTimers() {}

    /** Of the event loop that this thread is, of any of them where it is none. What they start must not block. */
    public static Scheduler here() {
        return Schedulers.fromExecutorService(
                EventLoops.shared().onClient(LoopResources.DEFAULT_NATIVE).next());
    }
}
