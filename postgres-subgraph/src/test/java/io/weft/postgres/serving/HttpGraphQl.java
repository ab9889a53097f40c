package io.weft.postgres.serving;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service over real HTTP. */
record HttpGraphQl(int port, Map<String, String> headers) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    HttpGraphQl as(String user, String role) {
        return new HttpGraphQl(port, Map.of("Test-User", user, "Test-Role", role));
    }

    /** The answer's data; fails on errors. */
    JsonNode data(String query) {
        JsonNode answer = ask(query, Map.of());
        if (answer.has("errors")) {
            throw new AssertionError(answer.toPrettyString());
        }
        return answer.get("data");
    }

    JsonNode firstError(String query) {
        return ask(query, Map.of()).get("errors").get(0);
    }

    JsonNode ask(String query, Map<String, Object> variables) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", query, "variables", variables))));
        headers.forEach(request::header);
        try {
            return JSON.readTree(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
