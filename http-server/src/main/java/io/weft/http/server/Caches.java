package io.weft.http.server;

import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Caches of what requests need. Whoever uses one keeps it tidy, too, which takes a few microseconds now and then: to have it done by a thread of the common pool, as is
 * usual, wakes one with almost every entry.
 */
public final class Caches {

    private Caches() {}

    /** To be built with its bounds. */
    public static Caffeine<Object, Object> builder() {
        return Caffeine.newBuilder().executor(Runnable::run);
    }
}
