package io.weft.postgres.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changes of tables are noticed. Event triggers tell of them at once; {@code bootstrap.sql} makes them where it may.
 *
 * @param interval  between two looks at the catalog where there are no event triggers
 * @param heartbeat between two looks where there are: they find what no event trigger tells, such as memberships of roles, and
 *                  whether the listening connection is alive
 * @param rehearsal how long the subgraph is built again and again in the background after start, with pauses, so that the first
 *                  change finds compiled code; zero for not at all
 */
@ConfigurationProperties(value = "weft.watch", ignoreUnknownFields = false)
public record WatchSettings(
        @DefaultValue("2s") Duration interval,
        @DefaultValue("1m") Duration heartbeat,
        @DefaultValue("8s") Duration rehearsal) {

    public WatchSettings {
        atLeastAMoment("interval", interval);
        atLeastAMoment("heartbeat", heartbeat);
        if (rehearsal.isNegative()) {
            throw new IllegalArgumentException("weft.watch.rehearsal must not be negative, but is " + rehearsal);
        }
    }

    private static void atLeastAMoment(String name, Duration value) {
        if (value.toMillis() < 100) {
            throw new IllegalArgumentException(
                    "weft.watch." + name + " must be at least 100 milliseconds, not " + value);
        }
    }
}
