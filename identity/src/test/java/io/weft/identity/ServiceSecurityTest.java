package io.weft.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

class ServiceSecurityTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final Principal ADA = Principal.user("ada", List.of(Role.DEPOSITOR), List.of("s"));

    private static ConfigurableApplicationContext service;
    private static ConfigurableApplicationContext open;
    private static ConfigurableApplicationContext strict;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(ServiceSecurity.class)
    static class Service {
        @Bean
        RouterFunction<ServerResponse> whoami() {
            return RouterFunctions.route()
                    .GET(
                            "/whoami",
                            _ -> CallerAuthentication.current()
                                    .flatMap(principal -> ServerResponse.ok().bodyValue(principal.toString())))
                    .GET("/actuator/health", _ -> ServerResponse.ok().bodyValue("UP"))
                    .GET("/actuator/env", _ -> ServerResponse.ok().bodyValue("secrets"))
                    .build();
        }
    }

    @BeforeAll
    static void start() {
        service = start("--weft.identity.anonymous=false");
        open = start("--weft.identity.anonymous=true", "--weft.trust.max-age=PT300S");
        strict = start("--weft.trust.max-age=PT10S");
    }

    @AfterAll
    static void stop() {
        service.close();
        open.close();
        strict.close();
    }

    @Test
    void the_gateways_signed_word_is_believed() {
        HttpResponse<String> response = get(service, "/whoami", trust().sign(ADA, "records", Instant.now()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(ADA.toString());
    }

    @Test
    void the_gateway_may_vouch_for_an_anonymous_caller() {
        HttpResponse<String> response =
                get(service, "/whoami", trust().sign(Principal.anonymous(), "records", Instant.now()));
        assertThat(response.body()).isEqualTo(Principal.anonymous().toString());
    }

    @Test
    void a_bearer_token_is_believed() {
        String token = Tokens.hs256(
                Map.of("sub", "bob", "roles", "ADMIN"), Instant.now().plusSeconds(60));
        assertThat(get(service, "/whoami", Map.of("Authorization", "Bearer " + token))
                        .body())
                .isEqualTo(Principal.user("bob", List.of(Role.ADMIN), List.of()).toString());
    }

    @Test
    void bare_headers_are_refused_in_the_shape_of_graphql() {
        HttpResponse<String> response =
                get(service, "/whoami", Map.of("X-OSA-User-Id", "root", "X-OSA-Role", "SUPERADMIN"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body())
                .contains("\"errors\":[{", "UNAUTHENTICATED", "TRUSTED_HEADERS_UNSIGNED", "no X-OSA-Signature");
    }

    @Test
    void bare_headers_are_refused_even_beside_a_good_token() {
        String token = Tokens.hs256(Map.of("sub", "bob"), Instant.now().plusSeconds(60));
        assertThat(get(service, "/whoami", Map.of("Authorization", "Bearer " + token, "X-OSA-Role", "ADMIN"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void forged_stale_and_replayed_headers_are_refused() {
        TrustedHeaders thief = new TrustedHeaders(
                new TrustKeys("k1", Map.of("k1", "eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg=")),
                Duration.ofMinutes(1));
        assertRefused(thief.sign(ADA, "records", Instant.now()), "TRUSTED_HEADERS_FORGED");
        assertRefused(trust().sign(ADA, "records", Instant.now().minusSeconds(120)), "TRUSTED_HEADERS_STALE");
        assertRefused(trust().sign(ADA, "records", Instant.now().plusSeconds(120)), "TRUSTED_HEADERS_FUTURE");
        assertRefused(trust().sign(ADA, "search", Instant.now()), "TRUSTED_HEADERS_FORGED");
    }

    @Test
    void how_old_a_signature_may_be_is_configured() {
        Map<String, String> signed = trust().sign(ADA, "records", Instant.now().minusSeconds(30));
        assertThat(get(service, "/whoami", signed).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get(strict, "/whoami", signed);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("TRUSTED_HEADERS_STALE", "at most 10 s");
        Map<String, String> older = trust().sign(ADA, "records", Instant.now().minusSeconds(120));
        assertRefused(older, "TRUSTED_HEADERS_STALE");
        assertThat(get(open, "/whoami", older).statusCode()).isEqualTo(200);
    }

    @Test
    void a_bad_token_is_never_silently_anonymous() {
        String expired = Tokens.hs256(Map.of("sub", "bob"), Instant.now().minusSeconds(60));
        HttpResponse<String> response = get(open, "/whoami", Map.of("Authorization", "Bearer " + expired));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("INVALID_TOKEN", "expired");
        assertThat(get(open, "/whoami", Map.of()).body())
                .isEqualTo(Principal.anonymous().toString());
    }

    @Test
    void nobody_in_particular_is_refused_unless_configured_otherwise() {
        HttpResponse<String> response = get(service, "/whoami", Map.of());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("NO_CREDENTIALS", "Bearer <token>");
    }

    @Test
    void health_is_open_and_the_rest_of_the_actuator_is_for_administrators() {
        assertThat(get(service, "/actuator/health", Map.of()).statusCode()).isEqualTo(200);
        assertThat(get(service, "/actuator/env", Map.of()).statusCode()).isEqualTo(401);
        HttpResponse<String> depositor = get(service, "/actuator/env", trust().sign(ADA, "records", Instant.now()));
        assertThat(depositor.statusCode()).isEqualTo(403);
        assertThat(depositor.body()).contains("FORBIDDEN");
        Principal admin = Principal.user("root", List.of(Role.SUPERADMIN), List.of());
        assertThat(get(service, "/actuator/env", trust().sign(admin, "records", Instant.now()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_unknown_setting_stops_the_start() {
        assertThatThrownBy(() -> start("--weft.identity.isuer=https://id.example.org"))
                .rootCause()
                .hasMessageContaining("isuer");
        assertThatThrownBy(() -> start("--weft.trust.max-agee=PT1S"))
                .rootCause()
                .hasMessageContaining("max-agee");
    }

    private static ConfigurableApplicationContext start(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--weft.service.name=records",
                "--weft.identity.hs256-secret=" + Tokens.SECRET,
                "--weft.trust.keys.k1=" + KEY));
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(Service.class).run(arguments.toArray(String[]::new));
    }

    private static TrustedHeaders trust() {
        return new TrustedHeaders(new TrustKeys("k1", Map.of("k1", KEY)), Duration.ofMinutes(1));
    }

    private static void assertRefused(Map<String, String> headers, String reason) {
        HttpResponse<String> response = get(service, "/whoami", headers);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains(reason);
    }

    private static HttpResponse<String> get(
            ConfigurableApplicationContext at, String path, Map<String, String> headers) {
        String port = at.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
