package io.weft.gateway.transport.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weft.gateway.transport.message.SocketMessage;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.util.context.ContextView;

/** Opens websockets at the path where GraphQL is served. */
public final class WebSocketEndpoint {

    private static final byte[] FOREIGN =
            "{\"errors\":[{\"message\":\"web pages of this origin may not open websockets here (http.cors.allowed-origins)\",\"extensions\":{\"code\":\"FORBIDDEN_ORIGIN\"}}]}"
                    .getBytes(UTF_8);

    private final String path;
    private final SocketSettings settings;
    private final SocketCallers callers;
    private final WebSocketService handshakes;

    /** @param path where they are opened; may have variables */
    public WebSocketEndpoint(String path, SocketSettings settings, SocketCallers callers) {
        this.path = path;
        this.settings = settings;
        this.callers = callers;
        this.handshakes = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(settings.maxMessage())));
    }

    /** Whether a request asks for a websocket. */
    public static boolean isHandshake(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.GET
                && "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
    }

    /** To be asked before the route for single requests at the same path. */
    public RouterFunction<ServerResponse> route() {
        return RouterFunctions.route(
                RequestPredicates.path(path)
                        .and(request -> isHandshake(request.exchange().getRequest())),
                this::open);
    }

    private Mono<ServerResponse> open(ServerRequest request) {
        if (isForeign(request.exchange().getRequest())) {
            return ServerResponse.status(HttpStatus.FORBIDDEN)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(FOREIGN);
        }
        return ServerResponse.ok()
                .build((exchange, writing) -> Mono.deferContextual(
                        context -> handshakes.handleRequest(exchange, handler(exchange, context))));
    }

    /** Browsers let any page open a websocket anywhere; whether it may is for the server to say. */
    private boolean isForeign(ServerHttpRequest request) {
        return CorsUtils.isCorsRequest(request)
                && !settings.allowedOrigins().contains("*")
                && !settings.allowedOrigins()
                        .contains(String.valueOf(request.getHeaders().getOrigin()));
    }

    /** @param context says who sent the handshake */
    private WebSocketHandler handler(ServerWebExchange handshake, ContextView context) {
        return new WebSocketHandler() {
            @Override
            public List<String> getSubProtocols() {
                return List.of(SocketMessage.PROTOCOL);
            }

            @Override
            public Mono<Void> handle(WebSocketSession session) {
                return SocketMessage.PROTOCOL.equals(session.getHandshakeInfo().getSubProtocol())
                        ? converse(
                                session,
                                new ClientSocket(
                                        settings,
                                        payload -> callers.enter(handshake, payload)
                                                .contextWrite(context)))
                        : session.close(Closing.SUBPROTOCOL);
            }
        };
    }

    private static Mono<Void> converse(WebSocketSession session, ClientSocket socket) {
        Mono<Void> hearing = session.receive()
                .doOnNext(message -> {
                    switch (message.getType()) {
                        case TEXT -> socket.hear(message.getPayloadAsText().getBytes(UTF_8));
                        case BINARY -> socket.close(Closing.invalid("messages are text, not binary"));
                        case PING, PONG -> {}
                    }
                })
                .then();
        Mono<Void> saying = session.send(socket.said()
                        .map(message -> new WebSocketMessage(
                                WebSocketMessage.Type.TEXT,
                                session.bufferFactory().wrap(message.write()))))
                .then(Mono.defer(() -> session.close(socket.why())));
        return Mono.firstWithSignal(hearing, saying).doFinally(signal -> socket.over());
    }
}
