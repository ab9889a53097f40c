package io.weft.gateway.subgraph;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import io.netty.buffer.Unpooled;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.weft.http.server.ResumeReading;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A federated subgraph over HTTP whose schema and health can be changed while it runs. Entities are maps. */
public final class LiveSubgraph implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    /** Its own: a gateway that ends takes the shared ones with it. */
    private static final LoopResources LOOPS = LoopResources.create("subgraph", 1, true);

    /** What becomes of requests other than for the schema. */
    public enum Mood {
        ANSWERS,
        FAILS,
        NEVER_ANSWERS
    }

    private final UnaryOperator<RuntimeWiring.Builder> wiring;
    private final List<HttpHeaders> received = new CopyOnWriteArrayList<>();
    private final Sinks.Many<String> hashes = Sinks.many().replay().latest();
    /** Whoever was just about to connect when it closed is not let in either. */
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    private final DisposableServer server;
    private volatile GraphQL graphQl;
    private volatile String sdl;
    private volatile Mood mood = Mood.ANSWERS;

    public LiveSubgraph(String sdl, UnaryOperator<RuntimeWiring.Builder> wiring) {
        this.wiring = wiring;
        this.sdl = sdl;
        this.graphQl = build(sdl);
        this.server = ResumeReading.on(HttpServer.create())
                .runOn(LOOPS)
                .port(0)
                .doOnConnection(connection -> connections.add(connection.channel()))
                .handle(this::handle)
                .bindNow();
    }

    public String url() {
        return "http://localhost:" + server.port() + "/graphql";
    }

    /** From now on this is its schema. */
    public void publish(String newSdl) {
        graphQl = build(newSdl);
        sdl = newSdl;
    }

    /** From now on this is its schema, and it says so by itself; before the first time it says nothing of changes. */
    public void announce(String newSdl) {
        publish(newSdl);
        hashes.tryEmitNext(hash(newSdl));
    }

    private static String hash(String sdl) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sdl.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** Says so of its schema without being able to answer it. */
    public void claim(String brokenSdl) {
        sdl = brokenSdl;
    }

    public void become(Mood newMood) {
        mood = newMood;
    }

    /** Headers of the requests for data, in order. */
    public List<HttpHeaders> received() {
        return received;
    }

    @Override
    public void close() {
        server.disposeNow();
        connections.close();
    }

    private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        HttpHeaders headers = request.requestHeaders().copy();
        if (request.uri().equals("/schema-changes")) {
            return response.sse()
                    .send(
                            hashes.asFlux()
                                    .map(hash -> Unpooled.copiedBuffer("event: schema\ndata: " + hash + "\n\n", UTF_8)),
                            _ -> true)
                    .then();
        }
        return request.receive().aggregate().asByteArray().flatMap(body -> {
            JsonNode json = JSON.readTree(body);
            String query = json.path("query").asString();
            if (query.contains("_service")) {
                return send(response, JSON.writeValueAsBytes(Map.of("data", Map.of("_service", Map.of("sdl", sdl)))));
            }
            received.add(headers);
            return switch (mood) {
                case ANSWERS -> send(response, execute(query, json.path("variables")));
                case FAILS -> response.status(503).send().then();
                case NEVER_ANSWERS -> Mono.never();
            };
        });
    }

    private static Mono<Void> send(HttpServerResponse response, byte[] body) {
        return response.header("Content-Type", "application/json")
                .sendByteArray(Mono.just(body))
                .then();
    }

    @SuppressWarnings("unchecked")
    private byte[] execute(String query, JsonNode variables) {
        Map<String, Object> values = variables.isObject() ? JSON.treeToValue(variables, Map.class) : Map.of();
        return JSON.writeValueAsString(graphQl.execute(ExecutionInput.newExecutionInput(query)
                                .variables(values)
                                .build())
                        .toSpecification())
                .getBytes(UTF_8);
    }

    private GraphQL build(String schema) {
        return GraphQL.newGraphQL(SubgraphSchema.of(
                        schema,
                        wiring.apply(RuntimeWiring.newRuntimeWiring()).build(),
                        environment ->
                                Objects.requireNonNull(
                                                environment.<List<Map<String, Object>>>getArgument("representations"))
                                        .stream()
                                        .toList(),
                        environment -> (GraphQLObjectType) environment
                                .getSchema()
                                .getType(String.valueOf(Objects.requireNonNull(environment.<Map<?, ?>>getObject())
                                        .get("__typename")))))
                .build();
    }
}
