package io.weft.gateway.reload;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How schemas are watched.
 *
 * @param interval  between two looks at all subgraphs; a tenth more or less, so that many gateways do not look at once
 * @param introspectionInterval between two looks at a subgraph whose schema is introspected or given by a field of its
 *                  own, which costs it more than federation's own way; at least {@code interval}
 * @param timeout   how long a subgraph may take to tell its schema
 * @param firstWait how long the first graph waits for subgraphs that have not told their schema yet, or whose schema does
 *                  not compose with the others'; then it is made without them, and they are added when they come. A
 *                  subgraph that is required is always waited for
 * @param rehearsal how long the graph is composed again and again in the background after the first time, with pauses, so that
 *                  the next change finds compiled code; zero for not at all
 */
public record ReloadSettings(
        @DefaultValue("2s") Duration interval,
        @DefaultValue("1m") Duration introspectionInterval,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("30s") Duration firstWait,
        @DefaultValue("8s") Duration rehearsal) {

    public ReloadSettings {
        if (interval.toMillis() < 10) {
            throw new IllegalArgumentException(
                    "reload.interval is " + interval + ": it must be at least 10 milliseconds");
        }
        if (introspectionInterval.toMillis() < 10) {
            throw new IllegalArgumentException("reload.introspection-interval is " + introspectionInterval
                    + ": it must be at least 10 milliseconds");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("reload.timeout is " + timeout + ": it must be more than zero");
        }
        if (firstWait.isNegative()) {
            throw new IllegalArgumentException("reload.first-wait is " + firstWait + ": it must not be negative");
        }
        if (rehearsal.isNegative()) {
            throw new IllegalArgumentException("reload.rehearsal is " + rehearsal + ": it must not be negative");
        }
    }
}
