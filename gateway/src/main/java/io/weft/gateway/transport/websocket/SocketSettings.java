package io.weft.gateway.transport.websocket;

import java.time.Duration;
import java.util.List;

/**
 * What websockets are granted.
 *
 * @param maxMessage     bytes of a client's message
 * @param maxOperations  at once over one websocket
 * @param initWait       how long a client may take to send {@code connection_init}
 * @param heartbeat      how often a silent client is pinged; silent once more, it is given up
 * @param allowedOrigins of web pages other than our own that may open websockets, or {@code *}
 */
public record SocketSettings(
        int maxMessage, int maxOperations, Duration initWait, Duration heartbeat, List<String> allowedOrigins) {
    public SocketSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
