package io.weft.launcher;

import java.time.Duration;

/** Waiting between two looks at something that is not ours to be told about. */
final class Pause {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private Pause() {}

    static void briefly() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("Interrupted while waiting", e);
        }
    }
}
