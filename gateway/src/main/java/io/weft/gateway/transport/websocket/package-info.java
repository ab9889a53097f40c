/**
 * GraphQL over websockets to clients (graphql-transport-ws). Entry point:
 * {@link io.weft.gateway.transport.websocket.WebSocketEndpoint}. Who speaks is settled by
 * {@link io.weft.gateway.transport.websocket.SocketCallers}; operations are answered as those over HTTP are.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.transport.websocket;
