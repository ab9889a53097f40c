package io.weft.gateway.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** A client of server-sent events, over a connection of its own. Reading waits for what has not arrived yet. */
final class EventClient implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventClient(HttpRequest request) {
        try {
            response = client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
        lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    }

    static EventClient post(String url, String query, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(new JsonMapper().writeValueAsString(Map.of("query", query))));
        headers.forEach(request::setHeader);
        return new EventClient(request.build());
    }

    static EventClient get(String url) {
        return new EventClient(HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/event-stream")
                .build());
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The data of the next event; {@code complete} for the last. */
    String next() {
        String event = "";
        String data = "";
        while (true) {
            String line = line();
            if (line.startsWith("event: ")) {
                event = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                data = line.substring("data: ".length());
            } else if (line.isEmpty() && !event.isEmpty()) {
                return event.equals("complete") ? event : data;
            }
        }
    }

    /** The next line, whatever it is. */
    String line() {
        try {
            return Objects.requireNonNull(lines.readLine(), "the stream has ended");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
