package io.weft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RehearsalTest {

    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LONG = Duration.ofHours(1);
    private static final Consumer<RuntimeException> NEVER = failure -> {
        throw new AssertionError(failure);
    };

    private final BlockingQueue<Thread> rounds = new LinkedBlockingQueue<>();

    private void round() {
        rounds.add(Thread.currentThread());
    }

    @Test
    void itGoesOnUntilTheWorkIsDone() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Rehearsal rehearsal = new Rehearsal(
                Duration.ofMillis(50),
                NO_TIME,
                () -> {
                    count.incrementAndGet();
                    round();
                    workAtLeast(Duration.ofMillis(20));
                },
                NEVER);
        rehearsal.begin();
        rounds.take().join();
        assertThat(count).hasValueBetween(1, 3);
    }

    /** Whoever waits for a core on a busy machine has not worked. */
    @Test
    void waitingIsNoWork() throws InterruptedException {
        Semaphore goOn = new Semaphore(0);
        Rehearsal rehearsal = new Rehearsal(
                Duration.ofMillis(50),
                NO_TIME,
                () -> {
                    round();
                    goOn.acquireUninterruptibly();
                },
                NEVER);
        rehearsal.begin();
        for (int i = 0; i < 3; i++) {
            rounds.take();
            takeAtLeast(Duration.ofMillis(60));
            goOn.release();
        }
        rehearsal.close();
    }

    @Test
    void itBeginsOnce() throws InterruptedException {
        Rehearsal rehearsal = new Rehearsal(Duration.ofNanos(1), NO_TIME, this::round, NEVER);
        rehearsal.begin();
        Thread first = rounds.take();
        first.join();
        rehearsal.begin();
        // One that had begun would be alive, or have done a round.
        assertThat(threads()).isEmpty();
        assertThat(rounds).isEmpty();
        assertThat(first.isDaemon()).isTrue();
    }

    @Test
    void whereNoWorkIsWantedNothingIsDone() {
        Rehearsal rehearsal = new Rehearsal(Duration.ZERO, NO_TIME, this::round, NEVER);
        rehearsal.begin();
        assertThat(threads()).isEmpty();
    }

    @Test
    void itDoesNothingWhileItGivesWay() throws InterruptedException {
        Rehearsal rehearsal = new Rehearsal(LONG, LONG, this::round, NEVER);
        rehearsal.begin();
        Thread waiting = threads().toList().getFirst();
        rehearsal.giveWay();
        rehearsal.close();
        waiting.join();
        assertThat(rounds).isEmpty();
    }

    @Test
    void whatFailsEndsIt() throws InterruptedException {
        BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();
        new Rehearsal(
                        LONG,
                        NO_TIME,
                        () -> {
                            round();
                            throw new IllegalStateException("broken");
                        },
                        failures::add)
                .begin();
        assertThat(failures.poll(20, TimeUnit.SECONDS)).hasMessage("broken");
        rounds.take().join();
        assertThat(List.copyOf(rounds)).isEmpty();
    }

    private static Stream<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("rehearsal"));
    }

    private static void workAtLeast(Duration time) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + time.toNanos();
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void takeAtLeast(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
