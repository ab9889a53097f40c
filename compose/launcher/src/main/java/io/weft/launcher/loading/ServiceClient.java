package io.weft.launcher.loading;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks GraphQL and bulk NDJSON with the services. Thread-safe. */
public final class ServiceClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LINES_PER_CHUNK = 64;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The whole answer, {@code data} and {@code errors}. */
    public JsonNode graphql(URI endpoint, Optional<String> token, String document, JsonNode variables) {
        ObjectNode body = JSON.createObjectNode();
        body.put("query", document);
        body.set("variables", variables);
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return json(endpoint, send(endpoint, request.build()));
    }

    /** The data of an answer without errors. */
    JsonNode mutate(URI service, String token, String document, JsonNode variables) {
        URI endpoint = service.resolve("/graphql");
        JsonNode answer = graphql(endpoint, Optional.of(token), document, variables);
        if (!answer.path("errors").isEmpty() || answer.path("data").isMissingNode()) {
            throw new LoadProblem(endpoint + " refused "
                    + document.strip().lines().findFirst().orElse("") + ": " + answer);
        }
        return answer.path("data");
    }

    /** Streams lines; the service's summary. */
    JsonNode bulk(URI service, String path, String token, Stream<ObjectNode> lines) {
        URI endpoint = service.resolve(path);
        try (lines) {
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-ndjson")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofByteArrays(() -> new Chunks(lines.iterator(), LINES_PER_CHUNK)))
                    .build();
            HttpResponse<String> response = send(endpoint, request);
            if (response.statusCode() != 200) {
                throw new LoadProblem(endpoint + " answered " + response.statusCode() + ": " + response.body());
            }
            return json(endpoint, response);
        }
    }

    private HttpResponse<String> send(URI endpoint, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LoadProblem(endpoint + " cannot be reached (" + e + "): does the archive run? ./weft status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadProblem("Interrupted while " + endpoint + " was asked", e);
        }
    }

    private static JsonNode json(URI endpoint, HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new LoadProblem(
                    endpoint + " answered " + response.statusCode() + " and no JSON: " + response.body(), e);
        }
    }
}
