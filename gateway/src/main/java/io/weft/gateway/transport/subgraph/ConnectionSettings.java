package io.weft.gateway.transport.subgraph;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How one subgraph is connected to.
 *
 * @param max            connections at most
 * @param pending        requests at most that wait for a connection; more are refused at once
 * @param acquireTimeout how long a request waits for a connection
 * @param connectTimeout how long the connection itself may take
 * @param idleTimeout    how long an unused connection is kept; shorter than the subgraph's own, so that it is ours
 *                       to close
 * @param maxResponse    an answer larger than this is refused; counted after decompression
 * @param compression    whether compressed answers are asked for; costs CPU on both sides, saves a slow network
 */
public record ConnectionSettings(
        @DefaultValue("100") int max,
        @DefaultValue("1000") int pending,
        @DefaultValue("2s") Duration acquireTimeout,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("30s") Duration idleTimeout,
        @DefaultValue("32MB") DataSize maxResponse,
        @DefaultValue("true") boolean compression) {

    public ConnectionSettings {
        require(max > 0, "max", max);
        require(pending > 0, "pending", pending);
        require(acquireTimeout.isPositive(), "acquire-timeout", acquireTimeout);
        require(connectTimeout.isPositive(), "connect-timeout", connectTimeout);
        require(idleTimeout.isPositive(), "idle-timeout", idleTimeout);
        require(
                maxResponse.toBytes() > 0 && maxResponse.toBytes() <= Integer.MAX_VALUE - 8,
                "max-response",
                maxResponse);
    }

    private static void require(boolean holds, String key, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("connection." + key + " is " + value + ": it must be more than zero"
                    + (key.equals("max-response") ? " and below 2 GB" : ""));
        }
    }
}
