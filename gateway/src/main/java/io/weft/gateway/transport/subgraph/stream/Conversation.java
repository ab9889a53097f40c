package io.weft.gateway.transport.subgraph.stream;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.weft.gateway.execution.SubgraphStreams.Signal;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.transport.message.Received;
import io.weft.gateway.transport.message.SocketMessage;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * What is said over one websocket to a subgraph: connection_init, connection_ack, subscribe, next…, complete. Whoever
 * ends it says so, and the websocket is closed.
 */
final class Conversation {

    /** The only operation of its websocket. */
    private static final String ID = "1";

    private final Request request;
    private final StreamSettings settings;
    private final FluxSink<Signal> sink;
    private final Sinks.Many<WebSocketFrame> saying = Sinks.many().unicast().onBackpressureBuffer();
    private final Disposable.Swap websocket = Disposables.swap();
    private final Disposable.Swap heartbeat = Disposables.swap();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean connected;
    private volatile boolean subscribed;
    private volatile boolean heard;

    Conversation(Request request, StreamSettings settings, FluxSink<Signal> sink) {
        this.request = request;
        this.settings = settings;
        this.sink = sink;
        sink.onCancel(this::leave);
    }

    /** @param connection made when subscribed to, held by {@link #hold} */
    void begin(Flux<Void> connection) {
        websocket.update(connection.subscribe(
                nothing -> {}, this::broken, () -> end(unreachable("broke off the subscription"))));
    }

    /** Over when the websocket may be closed. */
    Publisher<Void> hold(WebsocketInbound in, WebsocketOutbound out) {
        connected = true;
        say(new SocketMessage.ConnectionInit(Optional.of(callersHeaders())));
        Mono<Void> hearing = in.aggregateFrames(settings.maxFrame())
                .receiveFrames()
                .doOnNext(this::hear)
                .then(in.receiveCloseStatus())
                .doOnNext(this::closed)
                .then();
        return Mono.firstWithSignal(hearing, out.sendObject(saying.asFlux()).then());
    }

    private Leaf callersHeaders() {
        return new JsonOutput().value(request.headers()).toLeaf();
    }

    private void hear(WebSocketFrame frame) {
        heard = true;
        if (!(frame instanceof TextWebSocketFrame text)) {
            return;
        }
        switch (SocketMessage.read(ByteBufUtil.getBytes(text.content()))) {
            case SocketMessage.ConnectionAck() -> subscribe();
            case SocketMessage.Ping() -> say(new SocketMessage.Pong());
            case SocketMessage.Pong() -> {}
            case SocketMessage.Next(String id, Leaf payload) -> {
                if (id.equals(ID)) {
                    event(payload);
                }
            }
            case SocketMessage.Error(String id, Leaf payload) -> {
                if (id.equals(ID)) {
                    end(Signal.Event.of(new JsonOutput()
                            .raw('{')
                            .string("errors")
                            .raw(':')
                            .raw(payload)
                            .raw('}')
                            .toByteArray()));
                }
            }
            case SocketMessage.Complete(String id) -> {
                if (id.equals(ID)) {
                    end();
                }
            }
            case SocketMessage.ConnectionInit ignored -> end(invalid("sent what only clients send"));
            case SocketMessage.Subscribe ignored -> end(invalid("sent what only clients send"));
            case Received.Unreadable(String why) -> end(invalid("does not keep to graphql-transport-ws: " + why));
        }
    }

    private void event(Leaf payload) {
        if (payload.length() > settings.maxEvent()) {
            broken(new EventTooLarge());
            websocket.dispose();
        } else if (!over.get()) {
            sink.next(Signal.Event.of(Arrays.copyOfRange(payload.bytes(), payload.offset(), payload.end())));
        }
    }

    private void subscribe() {
        if (!subscribed) {
            subscribed = true;
            say(new SocketMessage.Subscribe(ID, new Leaf(request.body(), 0, request.body().length)));
            sink.next(new Signal.Opened());
            heartbeat.update(Flux.interval(settings.heartbeat()).subscribe(tick -> beat()));
        }
    }

    /** What is pinged must say something before the next beat. */
    private void beat() {
        if (!heard) {
            end(unreachable("has fallen silent"));
            websocket.dispose();
        }
        heard = false;
        say(new SocketMessage.Ping());
    }

    /** The client has gone: the subgraph is told, and nothing more is expected of it. */
    private void leave() {
        if (over.compareAndSet(false, true)) {
            if (subscribed) {
                say(new SocketMessage.Complete(ID));
            }
            close();
        }
    }

    private void end(Signal... last) {
        if (over.compareAndSet(false, true)) {
            for (Signal signal : last) {
                sink.next(signal);
            }
            sink.complete();
            close();
        }
    }

    private void close() {
        heartbeat.dispose();
        if (connected) {
            synchronized (saying) {
                saying.tryEmitNext(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE));
                saying.tryEmitComplete();
            }
        } else {
            websocket.dispose();
        }
    }

    private void broken(Throwable failure) {
        if (over.compareAndSet(false, true)) {
            heartbeat.dispose();
            sink.error(failure);
        }
    }

    private void closed(WebSocketCloseStatus status) {
        String reason = status.reasonText() == null || status.reasonText().isEmpty() ? "" : ": " + status.reasonText();
        end(unreachable("closed the websocket (" + status.code() + reason + ")"));
    }

    private void say(SocketMessage message) {
        synchronized (saying) {
            saying.tryEmitNext(new TextWebSocketFrame(Unpooled.wrappedBuffer(message.write())));
        }
    }

    private Signal.Failed unreachable(String what) {
        return new Signal.Failed(Reason.UNREACHABLE, "subgraph '" + request.subgraph() + "' " + what);
    }

    private Signal.Failed invalid(String what) {
        return new Signal.Failed(Reason.INVALID_ANSWER, "subgraph '" + request.subgraph() + "' " + what);
    }
}
