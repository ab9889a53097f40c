/**
 * Subscribes at subgraphs: by server-sent events, HTTP multipart or websocket, as each is configured. Entry point:
 * {@link io.weft.gateway.transport.subgraph.stream.SubgraphSubscriptions}. Imports {@code execution} and
 * {@code transport.message}; one connection per subscription, apart from the pool for queries.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.transport.subgraph.stream;
