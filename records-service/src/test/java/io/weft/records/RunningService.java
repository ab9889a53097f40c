package io.weft.records;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.TrustKeys;
import io.weft.contracts.TrustedHeaders;
import io.weft.postgres.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a free port over a database of its own, and ways to talk to it. */
final class RunningService implements AutoCloseable {

    static final String TOKEN_SECRET = "a secret for tests, long enough for HS256";
    private static final String TRUST_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final TestDatabase database = TestDatabase.create();
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningService(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--weft.identity.hs256-secret=" + TOKEN_SECRET,
                "--weft.trust.keys.test=" + TRUST_KEY));
        database.settings("records").forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(more));
        this.context =
                new SpringApplicationBuilder(RecordsServiceApplication.class).run(arguments.toArray(String[]::new));
    }

    TestDatabase database() {
        return database;
    }

    static Principal user(String id, Role role) {
        return Principal.user(id, List.of(role), List.of());
    }

    /** A GraphQL request through the gateway's signed word. */
    JsonNode query(Principal principal, String document) {
        return query(principal, document, Map.of());
    }

    JsonNode query(Principal principal, String document, Map<String, ?> variables) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("query", document, "variables", variables));
        return JsonMapper.shared()
                .readTree(post("/graphql", signed(principal), "application/json", body)
                        .body());
    }

    Map<String, String> signed(Principal principal) {
        return trust().sign(principal, "records", Instant.now());
    }

    static TrustedHeaders trust() {
        return new TrustedHeaders(new TrustKeys("test", Map.of("test", TRUST_KEY)), Duration.ofMinutes(1));
    }

    static Map<String, String> bearer(String user, Role role, Instant expires) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.HS256),
                    new JWTClaimsSet.Builder()
                            .subject(user)
                            .claim("roles", List.of(role.name()))
                            .expirationTime(Date.from(expires))
                            .build());
            token.sign(new MACSigner(TOKEN_SECRET));
            return Map.of("Authorization", "Bearer " + token.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String path, Map<String, String> headers, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request, headers);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)), Map.of());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
