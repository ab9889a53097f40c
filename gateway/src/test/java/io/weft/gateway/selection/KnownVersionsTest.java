package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.DataVersion;
import io.weft.gateway.selection.KnownVersions.Turn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who waits is told, whatever becomes of those who were to tell. */
class KnownVersionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final DataVersion VERSION = new DataVersion("one", "1");

    private final KnownVersions versions = new KnownVersions(Duration.ofHours(1));
    private final Object first = new Object();
    private final Object second = new Object();
    private final Object third = new Object();

    private static Turn of(CompletableFuture<Turn> turn) {
        return turn.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    @Test
    void where_nobody_else_asks_the_first_who_waits_does_and_the_others_are_told() {
        CompletableFuture<Turn> one = versions.next("one", first).toFuture();
        CompletableFuture<Turn> two = versions.next("one", second).toFuture();
        assertThat(of(one)).isEqualTo(new Turn.Ask());
        assertThat(two).isNotDone();
        versions.told(VERSION);
        assertThat(of(two)).isEqualTo(new Turn.Told(VERSION));
        assertThat(of(versions.next("one", third).toFuture())).isEqualTo(new Turn.Told(VERSION));
    }

    @Test
    void who_asks_anyway_tells_those_who_wait() {
        CompletableFuture<Turn> one = versions.next("one", first).toFuture();
        assertThat(of(one)).isEqualTo(new Turn.Ask());
        CompletableFuture<Turn> two = versions.next("one", second).toFuture();
        assertThat(versions.isToTell("one", third)).as("somebody asks already").isFalse();
        versions.gone("one", first);
        assertThat(of(two)).as("who asked is gone").isEqualTo(new Turn.Untold());
    }

    /** He is asked something else, too. */
    @Test
    void where_who_asks_takes_long_another_asks() {
        KnownVersions soon = new KnownVersions(Duration.ofMillis(1));
        assertThat(of(soon.next("one", first).toFuture())).isEqualTo(new Turn.Ask());
        CompletableFuture<Turn> two = soon.next("one", second).toFuture();
        assertThat(of(two)).isEqualTo(new Turn.Ask());
        soon.gone("one", first);
        CompletableFuture<Turn> three = soon.next("one", third).toFuture();
        soon.gone("one", second);
        assertThat(of(three)).isIn(new Turn.Untold(), new Turn.Ask());
    }

    @Test
    void who_waits_no_longer_is_not_asked_to_ask() {
        CompletableFuture<Turn> one = versions.next("one", first).toFuture();
        assertThat(of(one)).isEqualTo(new Turn.Ask());
        versions.gone("one", first);
        CompletableFuture<Turn> two = versions.next("one", second).toFuture();
        CompletableFuture<Turn> three = versions.next("one", third).toFuture();
        assertThat(of(two)).isEqualTo(new Turn.Ask());
        versions.gone("one", third);
        versions.gone("one", second);
        assertThat(three).isNotDone();
    }

    @Test
    void other_data_are_another_matter() {
        CompletableFuture<Turn> one = versions.next("one", first).toFuture();
        CompletableFuture<Turn> other = versions.next("other", second).toFuture();
        assertThat(of(one)).isEqualTo(new Turn.Ask());
        assertThat(of(other)).isEqualTo(new Turn.Ask());
        CompletableFuture<Turn> two = versions.next("other", third).toFuture();
        versions.told(VERSION);
        assertThat(two).isNotDone();
        versions.gone("other", second);
        assertThat(of(two)).isEqualTo(new Turn.Untold());
    }

    @Test
    void whoever_is_new_tells_only_where_somebody_waits() {
        assertThat(versions.isToTell("one", first)).isFalse();
        assertThat(versions.isAwaited()).isFalse();
        versions.told(VERSION);
        assertThat(versions.isToTell("one", first)).isFalse();
    }
}
