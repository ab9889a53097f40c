package io.weft.gateway.subgraph;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.weft.http.server.ResumeReading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plain service of graphql-java that can be subscribed at by server-sent events, HTTP multipart and websocket, all at
 * one URL. It shares no code with the gateway, and notes what it is told.
 */
public final class StreamingSubgraph implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LoopResources LOOPS = LoopResources.create("streaming-subgraph", 1, true);

    private final String sdl;
    private final GraphQL graphQl;
    private final DisposableServer server;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<HttpHeaders> received = new CopyOnWriteArrayList<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final BlockingQueue<String> begins = new LinkedBlockingQueue<>();

    /** @param entities from a representation to the object it stands for */
    public StreamingSubgraph(
            String sdl, UnaryOperator<RuntimeWiring.Builder> wiring, UnaryOperator<Map<String, Object>> entities) {
        this.sdl = sdl;
        this.graphQl = GraphQL.newGraphQL(SubgraphSchema.of(
                        sdl,
                        wiring.apply(RuntimeWiring.newRuntimeWiring()).build(),
                        environment ->
                                Objects.requireNonNull(
                                                environment.<List<Map<String, Object>>>getArgument("representations"))
                                        .stream()
                                        .map(entities)
                                        .toList(),
                        environment -> (GraphQLObjectType) environment
                                .getSchema()
                                .getType(String.valueOf(Objects.requireNonNull(environment.<Map<?, ?>>getObject())
                                        .get("__typename")))))
                .build();
        this.server = ResumeReading.on(HttpServer.create())
                .runOn(LOOPS)
                .port(0)
                .doOnConnection(connections::add)
                .route(routes -> routes.post("/graphql", this::answer)
                        .ws(
                                "/graphql",
                                this::converse,
                                WebsocketServerSpec.builder()
                                        .protocols("graphql-transport-ws")
                                        .build()))
                .bindNow();
    }

    public String url() {
        return "http://localhost:" + server.port() + "/graphql";
    }

    /** Headers of requests other than for the schema, and of handshakes, in order. */
    public List<HttpHeaders> received() {
        return received;
    }

    /** Documents other than for the schema, in order. */
    public List<String> queries() {
        return queries;
    }

    /** What was said over websockets, in order. */
    public List<JsonNode> messages() {
        return messages;
    }

    /** The protocols of subscriptions as they begin. */
    public BlockingQueue<String> begins() {
        return begins;
    }

    /**
     * How subscriptions ended: {@code COMPLETED} or {@code FAILED} by the service, {@code CANCELLED} by the
     * other side.
     */
    public BlockingQueue<String> ends() {
        return ends;
    }

    /** Waits until nobody is subscribed any more, and forgets what it was told. */
    public void forget() throws InterruptedException {
        while (open.get() > 0) {
            ends.poll(50, TimeUnit.MILLISECONDS);
        }
        ends.clear();
        begins.clear();
        messages.clear();
    }

    /** Breaks all connections off. */
    @Override
    public void close() {
        connections.forEach(Connection::dispose);
        server.disposeNow();
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        HttpHeaders headers = request.requestHeaders().copy();
        return request.receive().aggregate().asByteArray().flatMap(body -> {
            JsonNode json = JSON.readTree(body);
            if (json.path("query").asString().contains("_service")) {
                return send(response, Map.of("data", Map.of("_service", Map.of("sdl", sdl))));
            }
            received.add(headers);
            String accept = String.valueOf(headers.get("Accept"));
            return switch (execute(json)) {
                case ExecutionResult result
                when result.getData() instanceof Publisher<?> events ->
                    accept.startsWith("text/event-stream")
                            ? serverSentEvents(response, noted("sse", events))
                            : multipart(response, noted("multipart", events));
                case ExecutionResult result -> send(response, result.toSpecification());
            };
        });
    }

    private static Mono<Void> send(HttpServerResponse response, Object answer) {
        return response.header("Content-Type", "application/json")
                .sendByteArray(Mono.just(JSON.writeValueAsBytes(answer)))
                .then();
    }

    private static Mono<Void> serverSentEvents(HttpServerResponse response, Flux<String> events) {
        return flushed(
                response.header("Content-Type", "text/event-stream"),
                Flux.just(": welcome\n\n")
                        .concatWith(events.map(event -> "event: next\ndata: " + event + "\n\n"))
                        .concatWithValues("event: complete\n\n"));
    }

    private static Mono<Void> multipart(HttpServerResponse response, Flux<String> events) {
        return flushed(
                response.header("Content-Type", "multipart/mixed; boundary=\"a-b\"; subscriptionSpec=1.0"),
                Flux.just("--a-b", part("{}"))
                        .concatWith(events.map(event -> part("{\"payload\":" + event + "}")))
                        .concatWithValues("--\r\n"));
    }

    private static Mono<Void> flushed(HttpServerResponse response, Flux<String> parts) {
        return response.send(parts.map(part -> Unpooled.copiedBuffer(part, UTF_8)), part -> true)
                .then();
    }

    private static String part(String json) {
        return "\r\nContent-Type: application/json\r\n\r\n" + json + "\r\n--a-b";
    }

    private Publisher<Void> converse(WebsocketInbound in, WebsocketOutbound out) {
        received.add(in.headers().copy());
        Sinks.Many<String> said = Sinks.many().unicast().onBackpressureBuffer();
        Map<String, Disposable> operations = new ConcurrentHashMap<>();
        Mono<Void> hearing = in.receive()
                .asByteArray()
                .map(JSON::readTree)
                .doOnNext(message -> hear(message, said, operations))
                .then()
                .doFinally(signal -> operations.values().forEach(Disposable::dispose));
        return Mono.firstWithSignal(hearing, out.sendString(said.asFlux()).then());
    }

    private void hear(JsonNode message, Sinks.Many<String> said, Map<String, Disposable> operations) {
        messages.add(message);
        String id = message.path("id").asString();
        switch (message.path("type").asString()) {
            case "connection_init" -> said.tryEmitNext("{\"type\":\"connection_ack\"}");
            case "ping" -> said.tryEmitNext("{\"type\":\"pong\"}");
            case "complete" -> Optional.ofNullable(operations.remove(id)).ifPresent(Disposable::dispose);
            case "subscribe" -> {
                ExecutionResult result = execute(message.path("payload"));
                if (result.getData() instanceof Publisher<?> events) {
                    operations.put(
                            id,
                            noted("websocket", events)
                                    .subscribe(
                                            event -> said.tryEmitNext("{\"id\":\"" + id
                                                    + "\",\"type\":\"next\",\"payload\":" + event + "}"),
                                            failure -> {},
                                            () -> said.tryEmitNext("{\"id\":\"" + id + "\",\"type\":\"complete\"}")));
                } else {
                    said.tryEmitNext("{\"id\":\"" + id + "\",\"type\":\"error\",\"payload\":"
                            + JSON.writeValueAsString(result.toSpecification().get("errors")) + "}");
                }
            }
            default -> {}
        }
    }

    private Flux<String> noted(String protocol, Publisher<?> events) {
        return Flux.from(events)
                .cast(ExecutionResult.class)
                .map(event -> new String(JSON.writeValueAsBytes(event.toSpecification()), UTF_8))
                .doOnSubscribe(subscription -> {
                    open.incrementAndGet();
                    begins.add(protocol);
                })
                .doOnCancel(() -> ended("CANCELLED"))
                .doOnError(failed -> ended("FAILED"))
                .doOnComplete(() -> ended("COMPLETED"));
    }

    private void ended(String how) {
        ends.add(how);
        open.decrementAndGet();
    }

    @SuppressWarnings("unchecked")
    private ExecutionResult execute(JsonNode request) {
        String query = request.path("query").asString();
        queries.add(query);
        JsonNode variables = request.path("variables");
        return graphQl.execute(ExecutionInput.newExecutionInput(query)
                .variables(variables.isObject() ? JSON.treeToValue(variables, Map.class) : Map.of())
                .build());
    }
}
