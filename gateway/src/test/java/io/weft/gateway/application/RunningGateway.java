package io.weft.gateway.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.weft.contracts.TrustKeys;
import io.weft.contracts.TrustedHeaders;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.webflux.filter.OrderedWebFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The whole gateway in this process, on a port of its own, asked over HTTP. */
final class RunningGateway implements AutoCloseable {

    static final String SECRET = "a secret for tests, long enough for HS256";
    private static final String TRUST =
            Base64.getEncoder().encodeToString("a key of 32 bytes for the tests!".getBytes(UTF_8));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    private RunningGateway(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = "http://localhost:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    }

    static RunningGateway start(String... arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("--server.port", "0");
        settings.put("--weft.identity.hs256-secret", SECRET);
        settings.put("--weft.identity.issuer", "test");
        settings.put("--weft.identity.anonymous", "true");
        settings.put("--weft.trust.keys.k1", TRUST);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        String[] all = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new RunningGateway(SpringApplication.run(new Class<?>[] {GatewayApplication.class, Watched.class}, all));
    }

    @Configuration(proxyBeanMethods = false)
    static class Watched {
        @Bean
        BehindTheDoor behindTheDoor() {
            return new BehindTheDoor();
        }
    }

    /** How many requests have come in through Spring Security's chain, so far. */
    int throughTheDoor() {
        return context.getBean(BehindTheDoor.class).seen.get();
    }

    /** Behind the chain, where whoever was refused does not get. */
    static final class BehindTheDoor implements OrderedWebFilter {

        private final AtomicInteger seen = new AtomicInteger();

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
            seen.incrementAndGet();
            return chain.filter(exchange);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }

    static TrustedHeaders trust() {
        return new TrustedHeaders(new TrustKeys("k1", Map.of("k1", TRUST)), Duration.ofSeconds(60));
    }

    static String token(Map<String, Object> claims) {
        return token(claims, SECRET, "test", Instant.now().plusSeconds(600));
    }

    static String token(Map<String, Object> claims, String secret, String issuer, Instant expires) {
        Instant until = expires.equals(Instant.MAX) ? Instant.now().plusSeconds(600) : expires;
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder().issuer(issuer).expirationTime(Date.from(until));
        claims.forEach(set::claim);
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set.build());
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String body(String query) {
        return new JsonMapper().writeValueAsString(Map.of("query", query));
    }

    String url() {
        return base + "/graphql";
    }

    HttpResponse<String> post(String query) {
        return post(query, Map.of());
    }

    HttpResponse<String> post(String query, Map<String, String> headers) {
        return send(body(query), headers);
    }

    CompletableFuture<HttpResponse<String>> postAsync(String query) {
        return client.sendAsync(request(body(query), Map.of()), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String body, Map<String, String> headers) {
        return send(request(body, headers));
    }

    HttpResponse<String> get(String query) {
        return send(HttpRequest.newBuilder(URI.create(base + "/graphql?query=" + URLEncoder.encode(query, UTF_8)))
                .build());
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Asks again and again; the condition itself makes the requests, so there is no need to sleep. */
    void until(BooleanSupplier holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("did not come true within " + PATIENCE);
            }
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }

    private HttpRequest request(String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/graphql"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
