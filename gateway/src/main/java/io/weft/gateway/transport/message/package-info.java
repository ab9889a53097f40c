/**
 * The messages of <a href="https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md">GraphQL
 * over websockets</a> (graphql-transport-ws), as clients and subgraphs speak it. Entry point:
 * {@link io.weft.gateway.transport.message.SocketMessage}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.transport.message;
