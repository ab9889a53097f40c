package io.weft.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers {@code POST /v1/embeddings} as OpenAI does: the model {@code lengths-N} makes a vector of N numbers, each the length of the text.
 * Some texts ask for trouble.
 */
final class EmbeddingProvider implements AutoCloseable {

    /** What was asked, and by whom. */
    record Asked(String model, String text, String authorization) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    EmbeddingProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/embeddings", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JsonMapper.shared().readTree(exchange.getRequestBody());
            String model = request.get("model").asString();
            String text = request.at("/input/0").asString();
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(new Asked(model, text, String.valueOf(key)));
            switch (text) {
                case "refuse" -> send(exchange, 401, "{\"error\": {\"message\": \"Incorrect key: " + key + "\"}}");
                case "babble" -> send(exchange, 200, "{\"data\": [{\"embedding\": \"none\"}]}");
                case "nothing" -> send(exchange, 200, "{\"object\": \"list\", \"data\": []}");
                case "prattle" -> send(exchange, 200, "<html>Welcome</html>");
                case "hang up" -> exchange.close();
                case "hush" -> exchange.sendResponseHeaders(200, -1);
                case "move" -> exchange.sendResponseHeaders(302, -1);
                case "crowd" -> send(exchange, 429, "{}");
                case "trail off" -> send(exchange, 200, "{\"data\": [{\"embedding\": [1.0,");
                case "dawdle" -> waitForTheEnd();
                default -> send(exchange, 200, vector(text.length(), Integer.parseInt(model.substring(8))));
            }
        }
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String vector(int each, int dimension) {
        return "{\"object\": \"list\", \"data\": [{\"object\": \"embedding\", \"index\": 0, \"embedding\": ["
                + String.join(", ", Collections.nCopies(dimension, each + ".0"))
                + "]}], \"usage\": {\"prompt_tokens\": 1, \"total_tokens\": 1}}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.close();
    }
}
