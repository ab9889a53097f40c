package io.weft.gateway.application;

import io.weft.gateway.transport.subgraph.stream.StreamSettings.Protocol;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How there are subscriptions.
 *
 * @param protocol         how subgraphs are subscribed at that do not say themselves
 * @param max              open at once in this process; read at the start only
 * @param maxPerConnection operations at once over one websocket; read at the start only
 * @param buffer           events that are kept for a client that does not take them; one more ends the subscription
 * @param maxEvent         an event larger than this ends the subscription
 * @param initWait         how long a websocket may be open before its client sends {@code connection_init}; read at the
 *                         start only
 * @param heartbeat        how often clients and subgraphs see a sign of life of a connection that is silent
 */
public record SubscriptionProperties(
        @DefaultValue("http") Protocol protocol,
        @DefaultValue("10000") int max,
        @DefaultValue("100") int maxPerConnection,
        @DefaultValue("128") int buffer,
        @DefaultValue("1MB") DataSize maxEvent,
        @DefaultValue("3s") Duration initWait,
        @DefaultValue("12s") Duration heartbeat) {

    public SubscriptionProperties {
        require(max >= 0, "max", max, "0 or more");
        require(maxPerConnection > 0, "max-per-connection", maxPerConnection, "more than zero");
        require(buffer > 0, "buffer", buffer, "more than zero");
        require(
                maxEvent.toBytes() > 0 && maxEvent.toBytes() <= Integer.MAX_VALUE / 2,
                "max-event",
                maxEvent,
                "more than zero and below 1 GB");
        require(initWait.isPositive(), "init-wait", initWait, "more than zero");
        require(heartbeat.isPositive(), "heartbeat", heartbeat, "more than zero");
    }

    /**
     * How one subgraph is subscribed at.
     *
     * @param protocol without it as for all
     * @param url      without it where the subgraph is queried; may be relative to that, such as
     *                 {@code /subscriptions}
     */
    public record At(@Nullable Protocol protocol, @Nullable URI url) {}

    private static void require(boolean holds, String key, Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException("subscriptions." + key + " is " + value + ": it must be " + range);
        }
    }
}
