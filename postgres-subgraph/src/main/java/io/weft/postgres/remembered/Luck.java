package io.weft.postgres.remembered;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Whether it is worth while to look: where somebody writes all the time, it is mostly in vain. */
final class Luck {

    private static final int PATIENCE = 20;
    private static final long REST_NANOS = 1_000_000_000;

    private final AtomicInteger inVain = new AtomicInteger();
    private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());

    /** How it turned out. */
    void was(boolean good) {
        if (good) {
            inVain.set(0);
        } else if (inVain.incrementAndGet() >= PATIENCE) {
            inVain.set(0);
            restsUntil.set(System.nanoTime() + REST_NANOS);
        }
    }

    boolean isOut() {
        return System.nanoTime() - restsUntil.get() < 0;
    }
}
