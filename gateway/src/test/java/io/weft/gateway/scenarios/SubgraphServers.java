package io.weft.gateway.scenarios;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** All subgraphs of a scenario behind one HTTP server; keeps a log of what each was asked. */
final class SubgraphServers implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Map<String, FakeSubgraph> subgraphs = new ConcurrentHashMap<>();
    private final Map<String, List<String>> log = new TreeMap<>();

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    SubgraphServers(Scenario scenario) {
        World world = new World(scenario.data());
        scenario.subgraphs()
                .forEach((name, sdl) -> subgraphs.put(
                        name, new FakeSubgraph(name, sdl, scenario.subgraphs().values(), world, complaints)));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url(String subgraph) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + subgraph);
    }

    /** What each subgraph was asked since the last time this was asked, in no particular order. */
    Map<String, List<Object>> takeLog() {
        synchronized (log) {
            Map<String, List<Object>> taken = new LinkedHashMap<>();
            log.forEach((subgraph, bodies) -> taken.put(
                    subgraph,
                    bodies.stream()
                            .sorted()
                            .map(body -> JSON.readValue(body, Object.class))
                            .toList()));
            log.clear();
            return taken;
        }
    }

    /** What subgraphs were asked that they do not answer. */
    List<String> complaints() {
        return complaints;
    }

    @SuppressWarnings("unchecked")
    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            synchronized (log) {
                log.computeIfAbsent(name, key -> new ArrayList<>()).add(body);
            }
            Map<String, Object> request = JSON.readValue(body, Map.class);
            Map<String, Object> answer = subgraphs.get(name).answer((String) request.get("query"), (Map<String, Object>)
                    request.getOrDefault("variables", Map.of()));
            byte[] bytes = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
