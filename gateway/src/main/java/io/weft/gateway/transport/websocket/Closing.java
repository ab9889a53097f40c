package io.weft.gateway.transport.websocket;

import org.springframework.web.reactive.socket.CloseStatus;

/** Why the gateway closes a websocket: the protocol's codes. */
final class Closing {

    static final CloseStatus SUBPROTOCOL = new CloseStatus(4406, "Subprotocol not acceptable: graphql-transport-ws");
    static final CloseStatus INIT_TIMEOUT = new CloseStatus(4408, "Connection initialisation timeout");
    static final CloseStatus TOO_MANY_INITS = new CloseStatus(4429, "Too many initialisation requests");
    static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "Unauthorized: send connection_init first");
    static final CloseStatus TOKEN_EXPIRED =
            new CloseStatus(4403, "Forbidden: the token has expired; connect again with a new one");
    static final CloseStatus GOING_AWAY = CloseStatus.GOING_AWAY.withReason("The gateway is stopping; connect again");
    static final CloseStatus SILENT = CloseStatus.GOING_AWAY.withReason("No sign of life");
    static final CloseStatus BROKEN = new CloseStatus(4500, "Internal server error");

    /** A close frame has room for this many bytes. */
    private static final int ROOM = 120;

    private Closing() {}

    static CloseStatus invalid(String why) {
        return new CloseStatus(4400, shortened(why));
    }

    static CloseStatus forbidden(String why) {
        return new CloseStatus(4403, shortened("Forbidden: " + why));
    }

    static CloseStatus taken(String id) {
        return new CloseStatus(4409, shortened("Subscriber for " + id + " already exists"));
    }

    private static String shortened(String reason) {
        StringBuilder ascii = new StringBuilder();
        reason.chars().limit(ROOM).forEach(c -> ascii.append(c < ' ' || c > '~' ? '?' : (char) c));
        return ascii.toString();
    }
}
