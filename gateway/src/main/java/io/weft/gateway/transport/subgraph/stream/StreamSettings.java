package io.weft.gateway.transport.subgraph.stream;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How one subgraph is subscribed at.
 *
 * @param url            where, if not where it is queried; may be relative to that
 * @param maxEvent       bytes of the largest event that is taken
 * @param connectTimeout how long the connection itself may take
 * @param heartbeat      how long a websocket may be silent before it is pinged; silent once more, it is given up
 */
public record StreamSettings(
        Protocol protocol, Optional<URI> url, int maxEvent, Duration connectTimeout, Duration heartbeat) {

    public StreamSettings {
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(url);
        Objects.requireNonNull(connectTimeout);
        Objects.requireNonNull(heartbeat);
    }

    /** Of a websocket's message. With room to spare: what is only a little too large can still be told from noise. */
    int maxFrame() {
        return (int) Math.min(2L * maxEvent + 1024, Integer.MAX_VALUE);
    }

    /** How the subgraph is spoken to. */
    public enum Protocol {
        /** A POST that accepts server-sent events and multipart; the service chooses. */
        HTTP,
        /** Server-sent events: graphql-sse in the mode of distinct connections. */
        SSE,
        /** Apollo's multipart subscription protocol. */
        MULTIPART,
        /** graphql-transport-ws. */
        WEBSOCKET
    }
}
