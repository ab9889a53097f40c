package io.weft.gateway.transport.subgraph.stream;

import io.weft.gateway.execution.SubgraphStreams.Signal;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.transport.message.SocketMessage;
import java.net.URI;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

/**
 * One subscription over a websocket of its own. The caller's headers go along in the handshake and, for services that
 * look there, as the payload of {@code connection_init}.
 */
final class SocketStream {

    private final HttpClient client;
    private final Request request;
    private final URI url;
    private final StreamSettings settings;

    SocketStream(HttpClient client, Request request, URI url, StreamSettings settings) {
        this.client = client;
        this.request = request;
        this.url = url;
        this.settings = settings;
    }

    Flux<Signal> signals() {
        WebsocketClientSpec spec = WebsocketClientSpec.builder()
                .protocols(SocketMessage.PROTOCOL)
                .maxFramePayloadLength(settings.maxFrame())
                .build();
        return Flux.create(sink -> {
            Conversation conversation = new Conversation(request, settings, sink);
            conversation.begin(client.headers(headers -> request.headers().forEach(headers::set))
                    .websocket(spec)
                    .uri(webSocketUrl())
                    .handle(conversation::hold));
        });
    }

    private URI webSocketUrl() {
        String text = url.toString();
        return text.startsWith("http") ? URI.create("ws" + text.substring("http".length())) : url;
    }
}
