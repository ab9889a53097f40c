package io.weft.gateway.transport.subgraph.stream;

import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.weft.gateway.execution.SubgraphStreams;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.http.server.EventLoops;
import java.net.URI;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Subscribes at subgraphs, each by the protocol it is configured with. A subscription has a connection of its own, which
 * is closed when the subscription ends: streams would exhaust the pool that queries share. Redirects are not followed.
 */
public final class SubgraphSubscriptions implements SubgraphStreams {

    private static final Logger log = LoggerFactory.getLogger(SubgraphSubscriptions.class);

    private final Function<SubgraphName, StreamSettings> settings;
    private final HttpClient client = HttpClient.create(ConnectionProvider.newConnection())
            .runOn(EventLoops.shared())
            .option(ChannelOption.SO_KEEPALIVE, true)
            .disableRetry(true);

    public SubgraphSubscriptions(Function<SubgraphName, StreamSettings> settings) {
        this.settings = settings;
    }

    @Override
    public Flux<Signal> open(Request request) {
        return Flux.defer(() -> {
            StreamSettings to = settings.apply(request.subgraph());
            URI url = to.url().map(request.url()::resolve).orElse(request.url());
            HttpClient connecting = client.option(
                    ChannelOption.CONNECT_TIMEOUT_MILLIS,
                    Math.toIntExact(to.connectTimeout().toMillis()));
            Flux<Signal> signals = switch (to.protocol()) {
                case HTTP, SSE, MULTIPART -> new HttpStream(connecting, request, url, to).signals();
                case WEBSOCKET -> new SocketStream(connecting, request, url, to).signals();
            };
            return signals.onErrorResume(failure -> Flux.just(failed(request, to, failure)))
                    .doOnNext(signal -> log(request, signal));
        });
    }

    private static Signal.Failed failed(Request request, StreamSettings to, Throwable failure) {
        log.debug("The stream of subgraph '{}' broke", request.subgraph(), failure);
        String subgraph = "subgraph '" + request.subgraph() + "' ";
        return switch (failure) {
            case EventTooLarge tooLarge -> tooLarge(subgraph, to);
            case TooLongFrameException tooLarge -> tooLarge(subgraph, to);
            case WebSocketHandshakeException refused ->
                new Signal.Failed(Reason.UNREACHABLE, subgraph + "refused the websocket: " + refused.getMessage());
            case ConnectTimeoutException late ->
                new Signal.Failed(Reason.TIMEOUT, "the connection to " + subgraph.strip() + " was not made in time");
            default ->
                new Signal.Failed(Reason.UNREACHABLE, subgraph + "could not be reached, or broke off the subscription");
        };
    }

    private static Signal.Failed tooLarge(String subgraph, StreamSettings to) {
        return new Signal.Failed(Reason.TOO_LARGE, subgraph + "sent an event of more than " + to.maxEvent() + " bytes");
    }

    private static void log(Request request, Signal signal) {
        if (signal instanceof Signal.Failed(Reason reason, String message)) {
            log.atWarn()
                    .addKeyValue("subgraph", request.subgraph())
                    .addKeyValue("url", request.url())
                    .addKeyValue("request_id", request.headers().getOrDefault("X-Request-Id", ""))
                    .addKeyValue("operation", request.operationName().orElse("-"))
                    .addKeyValue("reason", reason)
                    .log("A subscription at subgraph '{}' failed: {}", request.subgraph(), message);
        }
    }
}
