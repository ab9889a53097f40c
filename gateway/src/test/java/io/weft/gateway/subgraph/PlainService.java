package io.weft.gateway.subgraph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactories;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that knows nothing of federation, over HTTP, whose schema can be changed while it runs. */
public final class PlainService implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final DataFetcher<Object> data;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile GraphQL graphQl;

    /**
     * @param port 0 for any
     * @param data answers all fields
     */
    public PlainService(int port, String sdl, DataFetcher<Object> data) {
        this.data = data;
        this.graphQl = build(sdl);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://localhost:" + port() + "/graphql";
    }

    /** From now on this is its schema. */
    public void publish(String sdl) {
        graphQl = build(sdl);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
            @SuppressWarnings("unchecked")
            Map<String, Object> variables = asked.path("variables").isObject()
                    ? JSON.treeToValue(asked.path("variables"), Map.class)
                    : Map.of();
            byte[] body = JSON.writeValueAsString(graphQl.execute(ExecutionInput.newExecutionInput(
                                            asked.path("query").asString())
                                    .variables(variables)
                                    .build())
                            .toSpecification())
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private GraphQL build(String sdl) {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                        .defaultDataFetcher(DataFetcherFactories.useDataFetcher(data)))
                .build();
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring))
                .build();
    }
}
