package io.weft.gateway.transport.subgraph;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.http.server.EventLoops;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** One subgraph's pool of kept-alive connections. */
final class SubgraphConnections {

    private final ConnectionProvider pool;
    private final HttpClient client;
    private final HttpClient clientForMutations;
    private final ConnectionSettings settings;
    private final int maxResponse;

    SubgraphConnections(SubgraphName subgraph, ConnectionSettings settings) {
        this.settings = settings;
        pool = ConnectionProvider.builder("subgraph-" + subgraph)
                .maxConnections(settings.max())
                .pendingAcquireMaxCount(settings.pending())
                .pendingAcquireTimeout(settings.acquireTimeout())
                .maxIdleTime(settings.idleTimeout())
                // Whoever was used last is still in the caches of both machines, and those that are too many come to
                // rest.
                .lifo()
                .metrics(true)
                .build();
        client = HttpClient.create(pool)
                .runOn(EventLoops.shared())
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .compress(settings.compression())
                .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                        .set(HttpHeaderNames.ACCEPT, "application/graphql-response+json, application/json;q=0.9"));
        clientForMutations = client.disableRetry(true);
        maxResponse = Math.toIntExact(settings.maxResponse().toBytes());
    }

    /** Sends again by itself once when a kept-alive connection turns out to be closed. */
    HttpClient client() {
        return client;
    }

    /** Never sends twice: a connection that breaks may have delivered the mutation. */
    HttpClient clientForMutations() {
        return clientForMutations;
    }

    ConnectionSettings settings() {
        return settings;
    }

    int maxResponse() {
        return maxResponse;
    }

    void close() {
        pool.dispose();
    }
}
