package io.weft.schema;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs again and again, in the background, what the next change of a schema will run, so that the virtual machine has compiled it by
 * then. It works for a while in all and then never again, and rests three times as long as it has worked: of a quarter of one core
 * requests notice little. On a machine that has little time for it, it takes longer and does the same. Its thread does not keep a process alive.
 */
public final class Rehearsal implements AutoCloseable {

    /** For how long no round begins unless it is said otherwise. */
    public static final Duration SETTLING = Duration.ofSeconds(3);

    private static final Duration SHORTEST_REST = Duration.ofMillis(20);
    private static final int REST = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration work;
    private final Duration settling;
    private final Runnable round;
    private final Consumer<RuntimeException> failed;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long quietUntil;

    /**
     * @param work   how much CPU time all rounds may take together, on the thread of the rehearsal; zero for none, and the last one
     *               ends late
     * @param round  leaves nothing behind
     * @param failed is told why a round failed, which was the last one then
     */
    public Rehearsal(Duration work, Runnable round, Consumer<RuntimeException> failed) {
        this(work, SETTLING, round, failed);
    }

    /** @param settling for how long no round begins, after the beginning and while giving way */
    public Rehearsal(Duration work, Duration settling, Runnable round, Consumer<RuntimeException> failed) {
        this.work = work;
        this.settling = settling;
        this.round = round;
        this.failed = failed;
        this.quietUntil = System.nanoTime();
    }

    /** From when there is something to rehearse; the first round comes some seconds later. Further calls mean nothing. */
    public void begin() {
        if (work.isPositive() && begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("rehearsal").start(this::run);
        }
    }

    /** The real thing begins: no round does for a while. */
    public void giveWay() {
        quietUntil = System.nanoTime() + settling.toNanos();
    }

    private void run() {
        long left = work.toNanos();
        giveWay();
        try {
            while (left > 0 && isOpen()) {
                long began = System.nanoTime();
                long worked = THREADS.getCurrentThreadCpuTime();
                round.run();
                left -= THREADS.getCurrentThreadCpuTime() - worked;
                long took = System.nanoTime() - began;
                if (closed.await(Math.max(REST * took, SHORTEST_REST.toNanos()), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (RuntimeException bug) {
            failed.accept(bug);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits while it is to give way. */
    private boolean isOpen() throws InterruptedException {
        long wait = quietUntil - System.nanoTime();
        while (wait > 0) {
            if (closed.await(wait, TimeUnit.NANOSECONDS)) {
                return false;
            }
            wait = quietUntil - System.nanoTime();
        }
        return closed.getCount() > 0;
    }

    /** A round under way is finished. */
    @Override
    public void close() {
        closed.countDown();
    }
}
