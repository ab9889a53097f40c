package io.weft.gateway.transport.message;

/** What has arrived over a websocket. */
public sealed interface Received permits SocketMessage, Received.Unreadable {

    /**
     * It is no message of the protocol.
     *
     * @param why without content of the message but its type
     */
    record Unreadable(String why) implements Received {}
}
