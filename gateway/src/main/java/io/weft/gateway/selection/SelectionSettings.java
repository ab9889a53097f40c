package io.weft.gateway.selection;

import java.time.Duration;
import java.util.Optional;

/**
 * What one selection may cost.
 *
 * @param defaultPage where the client names none
 * @param maxPage     the largest page
 * @param firstLook   how many keys each part of a filter is asked for at first, to see how selective it is
 * @param maxWithin   the largest set that a subgraph is asked to select within; larger ones are intersected here
 * @param maxLookedAt how many keys the ordering subgraph may yield until a page is full; beyond, whole sets are compared
 * @param maxKeys     how many keys may be moved for one selection
 * @param maxCalls    how many calls to subgraphs one selection may make
 * @param keptAnswers how many bytes of subgraphs' answers are kept for as long as they hold; 0 for none
 * @param timeout     for the selection as a whole
 * @param strategy    the only one to be used, where it can be; for tests and for finding out
 */
public record SelectionSettings(
        int defaultPage,
        int maxPage,
        int firstLook,
        int maxWithin,
        int maxLookedAt,
        long maxKeys,
        int maxCalls,
        long keptAnswers,
        Duration timeout,
        Optional<Strategy> strategy) {

    public static final SelectionSettings USUAL = new SelectionSettings(
            20, 1_000, 2_000, 20_000, 50_000, 20_000_000, 200, 32L << 20, Duration.ofSeconds(30), Optional.empty());

    public SelectionSettings {
        require(maxPage > 0, "max-page", maxPage, "more than zero");
        require(
                defaultPage > 0 && defaultPage <= maxPage,
                "default-page",
                defaultPage,
                "1 to max-page, which is " + maxPage);
        require(firstLook > 0, "first-look", firstLook, "more than zero");
        require(maxWithin > 0, "max-within", maxWithin, "more than zero");
        require(maxLookedAt > 0, "max-looked-at", maxLookedAt, "more than zero");
        require(maxKeys > 0, "max-keys", maxKeys, "more than zero");
        require(maxCalls > 0, "max-calls", maxCalls, "more than zero");
        require(keptAnswers >= 0, "kept-answers", keptAnswers, "0 or more");
        require(timeout.isPositive(), "timeout", timeout, "more than zero");
    }

    /** With all else as it is. */
    public SelectionSettings by(Strategy only) {
        return new SelectionSettings(
                defaultPage,
                maxPage,
                firstLook,
                maxWithin,
                maxLookedAt,
                maxKeys,
                maxCalls,
                keptAnswers,
                timeout,
                Optional.of(only));
    }

    private static void require(boolean holds, String key, Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException("selection." + key + " is " + value + ": it must be " + range);
        }
    }
}
