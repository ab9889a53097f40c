package io.weft.gateway.transport.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.transport.http.GraphQlRequest;
import io.weft.gateway.transport.http.RequestPayload;
import io.weft.gateway.transport.message.Received;
import io.weft.gateway.transport.message.SocketMessage;
import io.weft.gateway.transport.message.SocketMessage.Complete;
import io.weft.gateway.transport.message.SocketMessage.ConnectionAck;
import io.weft.gateway.transport.message.SocketMessage.ConnectionInit;
import io.weft.gateway.transport.message.SocketMessage.Next;
import io.weft.gateway.transport.message.SocketMessage.Ping;
import io.weft.gateway.transport.message.SocketMessage.Pong;
import io.weft.gateway.transport.message.SocketMessage.Subscribe;
import io.weft.gateway.transport.websocket.SocketCallers.Entry;
import io.weft.gateway.transport.websocket.SocketCallers.Farewell;
import io.weft.gateway.transport.websocket.SocketCallers.Operations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * One client's websocket: what was heard, what is to be said, the operations under way. Messages are heard one after
 * another; what is said comes from the operations as the client takes it, so that one slow client holds up nobody.
 */
final class ClientSocket {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Logger log = LoggerFactory.getLogger(ClientSocket.class);
    /** Answers to pings, above all: a client that sends more without reading has lost its right to them. */
    private static final int MOST_UNREAD = 64;

    private final SocketSettings settings;
    private final Function<Map<String, @Nullable Object>, Mono<Entry>> callers;
    private final Sinks.Many<SocketMessage> control =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_UNREAD));
    private final Sinks.Many<Flux<SocketMessage>> operations =
            Sinks.many().unicast().onBackpressureBuffer();
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Map<String, SocketOperation> underWay = new ConcurrentHashMap<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(new Stage.Opened());
    private final Disposable.Composite timers = Disposables.composite();
    private final AtomicReference<CloseStatus> why = new AtomicReference<>(CloseStatus.NORMAL);
    private volatile boolean heard = true;
    private long count;

    /** How far the connection has come. */
    private sealed interface Stage {
        record Opened() implements Stage {}

        record Entering() implements Stage {}

        record Entered(Operations operations) implements Stage {}
    }

    /** @param callers settles who speaks, from the payload of {@code connection_init} */
    ClientSocket(SocketSettings settings, Function<Map<String, @Nullable Object>, Mono<Entry>> callers) {
        this.settings = settings;
        this.callers = callers;
    }

    /** What is said, until the websocket is to be closed. */
    Flux<SocketMessage> said() {
        timers.add(Mono.delay(settings.initWait()).subscribe(late -> {
            if (!(stage.get() instanceof Stage.Entered)) {
                close(Closing.INIT_TIMEOUT);
            }
        }));
        timers.add(Flux.interval(settings.heartbeat()).subscribe(tick -> beat()));
        return Flux.merge(1, control.asFlux(), operations.asFlux().flatMap(said -> said, Integer.MAX_VALUE, 1))
                .takeUntilOther(closing.asMono());
    }

    /** Why it is closed, once {@link #said} is over. */
    CloseStatus why() {
        return Objects.requireNonNull(why.get());
    }

    private void beat() {
        if (!heard) {
            close(Closing.SILENT);
        } else if (stage.get() instanceof Stage.Entered) {
            heard = false;
            say(new Ping());
        }
    }

    void hear(byte[] text) {
        heard = true;
        switch (SocketMessage.read(text)) {
            case ConnectionInit(Optional<Leaf> payload) -> enter(payload);
            case Ping() -> say(new Pong());
            case Pong() -> {}
            case Subscribe(String id, Leaf payload) -> subscribe(id, payload);
            case Complete(String id) -> Optional.ofNullable(underWay.remove(id)).ifPresent(SocketOperation::cancel);
            case ConnectionAck() -> close(Closing.invalid("only the server sends connection_ack"));
            case Next ignored -> close(Closing.invalid("only the server sends next"));
            case SocketMessage.Error ignored -> close(Closing.invalid("only the server sends error"));
            case Received.Unreadable(String why) -> close(Closing.invalid("Invalid message received: " + why));
        }
    }

    void close(CloseStatus status) {
        why.compareAndSet(CloseStatus.NORMAL, status);
        closing.tryEmitEmpty();
    }

    /** The client has gone, or the websocket is closed. */
    void over() {
        timers.dispose();
        underWay.values().forEach(SocketOperation::cancel);
    }

    private void enter(Optional<Leaf> payload) {
        if (!(stage.get() instanceof Stage.Opened)) {
            close(Closing.TOO_MANY_INITS);
            return;
        }
        stage.set(new Stage.Entering());
        timers.add(callers.apply(payload.map(ClientSocket::members).orElse(Map.of()))
                .subscribe(this::entered, this::broken));
    }

    private void entered(Entry entry) {
        switch (entry) {
            case Entry.Refused(String reason) -> close(Closing.forbidden(reason));
            case Entry.Admitted(Operations answering, Mono<Farewell> until) -> {
                stage.set(new Stage.Entered(answering));
                say(new ConnectionAck());
                timers.add(until.subscribe(this::sayFarewell));
            }
        }
    }

    /** What is under way ends first: each operation is told why. */
    private void sayFarewell(Farewell why) {
        this.why.compareAndSet(
                CloseStatus.NORMAL,
                switch (why) {
                    case TOKEN_EXPIRED -> Closing.TOKEN_EXPIRED;
                    case GOING_AWAY -> Closing.GOING_AWAY;
                });
        synchronized (operations) {
            operations.tryEmitComplete();
        }
        synchronized (control) {
            control.tryEmitComplete();
        }
    }

    private void subscribe(String id, Leaf payload) {
        if (!(stage.get() instanceof Stage.Entered(Operations answering))) {
            close(Closing.UNAUTHORIZED);
            return;
        }
        SocketOperation operation = new SocketOperation(id);
        if (underWay.putIfAbsent(id, operation) != null) {
            close(Closing.taken(id));
            return;
        }
        switch (RequestPayload.read(payload.json().getBytes(UTF_8))) {
            case RequestPayload.Result.Refused(String message) ->
                close(Closing.invalid("Invalid message received: " + message));
            case RequestPayload.Result.Read(GraphQlRequest request) -> begin(operation, answering, request);
        }
    }

    private void begin(SocketOperation operation, Operations answering, GraphQlRequest request) {
        boolean full = underWay.size() > settings.maxOperations();
        Flux<SocketMessage> said = (full
                        ? operation.tooMany(settings.maxOperations())
                        : operation.said(answering.answer(request, ++count)))
                .doOnNext(message -> {
                    if (message instanceof Complete || message instanceof SocketMessage.Error) {
                        ended(operation);
                    }
                })
                .doFinally(signal -> ended(operation));
        synchronized (operations) {
            operations.tryEmitNext(said);
        }
    }

    /** Before the client hears of it: its id and its place are free for what it asks next. */
    private void ended(SocketOperation operation) {
        underWay.remove(operation.id(), operation);
    }

    private void say(SocketMessage message) {
        Sinks.EmitResult result;
        synchronized (control) {
            result = control.tryEmitNext(message);
        }
        if (result == Sinks.EmitResult.FAIL_OVERFLOW) {
            close(Closing.invalid("too many messages are waiting to be read"));
        }
    }

    private static Map<String, @Nullable Object> members(Leaf payload) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (JSON.readValue(payload.json(), Object.class) instanceof Map<?, ?> object) {
            object.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        return members;
    }

    private void broken(Throwable bug) {
        log.error("A websocket's caller could not be found out", bug);
        close(Closing.BROKEN);
    }
}
