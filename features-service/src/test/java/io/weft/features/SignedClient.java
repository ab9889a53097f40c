package io.weft.features;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.TrustKeys;
import io.weft.contracts.TrustedHeaders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service over real HTTP, as the gateway does for somebody. */
record SignedClient(int port, Principal principal) {

    static final String SECRET = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldCE=";
    private static final TrustedHeaders TRUST =
            new TrustedHeaders(new TrustKeys("k1", Map.of("k1", SECRET)), Duration.ofMinutes(1));
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    SignedClient as(String user, Role role) {
        return new SignedClient(port, Principal.user(user, List.of(role), List.of()));
    }

    /** The answer's data; fails on errors. */
    JsonNode data(String query) {
        JsonNode answer = ask(query, Map.of());
        if (answer.has("errors") || !answer.has("data")) {
            throw new AssertionError(answer.toPrettyString());
        }
        return answer.get("data");
    }

    JsonNode firstError(String query) {
        JsonNode answer = ask(query, Map.of());
        if (!answer.has("errors")) {
            throw new AssertionError(answer.toPrettyString());
        }
        return answer.get("errors").get(0);
    }

    JsonNode ask(String query, Map<String, Object> variables) {
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        return JSON.readTree(post("/graphql", "application/json", body).body());
    }

    HttpResponse<String> bulk(String path, String lines) {
        return post(path, "application/x-ndjson", lines);
    }

    private HttpResponse<String> post(String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        TRUST.sign(principal, "features", Instant.now()).forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
