package io.weft.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BearerTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final Map<String, Object> ADA =
            Map.of("sub", "ada", "roles", List.of("CURATOR", "unknown"), "scope", "records:write admin");

    @Test
    void a_token_of_the_shared_secret_is_believed_and_its_claims_are_read() {
        assertThat(read(secret(), Tokens.hs256(ADA, LATER)))
                .isEqualTo(new Caller.Known(
                        Principal.user("ada", List.of(Role.CURATOR), List.of("admin", "records:write"))));
    }

    @Test
    void no_header_says_nothing() {
        assertThat(ask(tokens(secret()), List.of())).isEqualTo(new Caller.Silent());
    }

    @Test
    void two_headers_another_scheme_and_no_token_are_malformed() {
        BearerTokens tokens = tokens(secret());
        assertRefused(ask(tokens, List.of("Bearer a", "Bearer b")), "MALFORMED", "more than one");
        assertRefused(ask(tokens, List.of("Basic YTpi")), "MALFORMED", "Bearer <token>");
        assertRefused(ask(tokens, List.of("Bearer ")), "MALFORMED", "Bearer <token>");
    }

    @Test
    void what_is_no_token_is_refused() {
        assertRefused(read(secret(), "not.a.token"), "INVALID_TOKEN", "cannot be read");
    }

    @Test
    void an_unsigned_token_is_refused() {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String body = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"sub\":\"ada\",\"exp\":4102444800}".getBytes(StandardCharsets.UTF_8));
        assertRefused(read(secret(), header + "." + body + "."), "INVALID_TOKEN", "");
    }

    @Test
    void a_token_of_another_secret_is_refused() throws JOSEException {
        String other = Tokens.signed(new MACSigner("x".repeat(32)), JWSAlgorithm.HS256, ADA, LATER);
        assertRefused(read(secret(), other), "INVALID_TOKEN", "not signed");
    }

    @Test
    void an_expired_token_is_refused_after_the_skew() {
        assertThat(read(secret(), Tokens.hs256(ADA, NOW.minusSeconds(29)))).isInstanceOf(Caller.Known.class);
        assertRefused(read(secret(), Tokens.hs256(ADA, NOW.minusSeconds(31))), "INVALID_TOKEN", "expired");
    }

    @Test
    void how_far_the_issuers_clock_may_differ_is_configured() {
        Map<String, Object> settings = secret();
        settings.put("clock-skew", "PT5S");
        assertThat(read(settings, Tokens.hs256(ADA, NOW.minusSeconds(4)))).isInstanceOf(Caller.Known.class);
        assertRefused(read(settings, Tokens.hs256(ADA, NOW.minusSeconds(6))), "INVALID_TOKEN", "expired");
        Map<String, Object> soon = Map.of("sub", "ada", "nbf", Date.from(NOW.plusSeconds(6)));
        assertRefused(read(settings, Tokens.hs256(soon, LATER)), "INVALID_TOKEN", "before");
        settings.put("clock-skew", "PT-1S");
        assertThatThrownBy(() -> bound(settings)).rootCause().hasMessageContaining("weft.identity.clock-skew");
    }

    @Test
    void a_token_that_never_expires_is_refused() throws JOSEException {
        String token = Tokens.signed(
                new MACSigner(Tokens.SECRET),
                Tokens.header(JWSAlgorithm.HS256, "JWT"),
                new JWTClaimsSet.Builder().subject("ada").build());
        assertRefused(read(secret(), token), "INVALID_TOKEN", "");
    }

    @Test
    void a_token_that_is_not_valid_yet_is_refused() {
        Map<String, Object> claims = Map.of("sub", "ada", "nbf", Date.from(NOW.plusSeconds(31)));
        assertRefused(read(secret(), Tokens.hs256(claims, LATER)), "INVALID_TOKEN", "before");
    }

    @Test
    void an_access_token_by_its_type_is_believed_and_a_token_for_something_else_is_not() throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("ada")
                .expirationTime(Date.from(LATER))
                .build();
        JWSSigner signer = new MACSigner(Tokens.SECRET);
        assertThat(read(secret(), Tokens.signed(signer, Tokens.header(JWSAlgorithm.HS256, "at+jwt"), claims)))
                .isInstanceOf(Caller.Known.class);
        assertRefused(
                read(secret(), Tokens.signed(signer, Tokens.header(JWSAlgorithm.HS256, "logout+jwt"), claims)),
                "INVALID_TOKEN",
                "typ");
    }

    @Test
    void issuer_and_audience_must_fit_if_they_are_configured() {
        Map<String, Object> settings = secret();
        settings.put("issuer", "https://id.example.org");
        settings.put("audience", "weft");
        Map<String, Object> claims = new HashMap<>(ADA);
        claims.put("iss", "https://id.example.org");
        claims.put("aud", List.of("other", "weft"));
        assertThat(read(settings, Tokens.hs256(claims, LATER))).isInstanceOf(Caller.Known.class);
        claims.put("aud", List.of("other"));
        assertRefused(read(settings, Tokens.hs256(claims, LATER)), "INVALID_TOKEN", "aud");
        claims.put("aud", "weft");
        claims.put("iss", "https://evil.example.org");
        assertRefused(read(settings, Tokens.hs256(claims, LATER)), "INVALID_TOKEN", "iss");
        assertRefused(read(settings, Tokens.hs256(ADA, LATER)), "INVALID_TOKEN", "aud");
    }

    @Test
    void claims_of_other_issuers_are_found_by_path_and_their_roles_by_name() {
        Map<String, Object> settings = secret();
        settings.put("claims.user", "https://example.org/uid");
        settings.put("claims.roles", "realm_access.roles");
        settings.put("claims.scopes", "permissions");
        settings.put("role-names.archive-curator", "CURATOR");
        Map<String, Object> claims = Map.of(
                "https://example.org/uid",
                "ada",
                "realm_access",
                Map.of("roles", List.of("archive-curator", "SUPERADMIN")),
                "permissions",
                List.of("a", "b"));
        assertThat(read(settings, Tokens.hs256(claims, LATER)))
                .isEqualTo(new Caller.Known(Principal.user("ada", List.of(Role.CURATOR), List.of("a", "b"))));
    }

    @Test
    void a_token_without_a_user_is_refused() {
        assertRefused(read(secret(), Tokens.hs256(Map.of("roles", "ADMIN"), LATER)), "NO_USER", "\"sub\"");
        assertRefused(read(secret(), Tokens.hs256(Map.of("sub", " "), LATER)), "NO_USER", "\"sub\"");
    }

    @Test
    void a_public_rsa_key_verifies_and_does_not_become_an_hmac_secret() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        Map<String, Object> settings = new HashMap<>();
        settings.put("public-key", pem(key.toPublicKey()));
        assertThat(read(settings, Tokens.signed(new RSASSASigner(key), JWSAlgorithm.RS256, ADA, LATER)))
                .isInstanceOf(Caller.Known.class);
        String confused = Tokens.signed(new MACSigner(key.toPublicKey().getEncoded()), JWSAlgorithm.HS256, ADA, LATER);
        assertRefused(read(settings, confused), "INVALID_TOKEN", "");
    }

    @Test
    void a_public_key_of_an_elliptic_curve_verifies() throws JOSEException {
        for (Map.Entry<Curve, JWSAlgorithm> curve : Map.of(
                        Curve.P_256,
                        JWSAlgorithm.ES256,
                        Curve.P_384,
                        JWSAlgorithm.ES384,
                        Curve.P_521,
                        JWSAlgorithm.ES512)
                .entrySet()) {
            var key = new ECKeyGenerator(curve.getKey()).generate();
            Map<String, Object> settings = new HashMap<>();
            settings.put("public-key", pem(key.toPublicKey()));
            assertThat(read(settings, Tokens.signed(new ECDSASigner(key), curve.getValue(), ADA, LATER)))
                    .isInstanceOf(Caller.Known.class);
        }
    }

    @Test
    void the_issuers_published_keys_verify_and_their_absence_is_not_the_callers_fault()
            throws JOSEException, IOException {
        RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        Map<String, Object> settings = new HashMap<>();
        settings.put("jwks-url", "http://localhost:" + issuer.getAddress().getPort() + "/keys");
        String token = Tokens.signed(new RSASSASigner(key), JWSAlgorithm.RS256, ADA, LATER);
        assertThat(read(settings, token)).isInstanceOf(Caller.Known.class);
        RSAKey other = new RSAKeyGenerator(2048).keyID("test").generate();
        assertRefused(
                read(settings, Tokens.signed(new RSASSASigner(other), JWSAlgorithm.RS256, ADA, LATER)),
                "INVALID_TOKEN",
                "");
        issuer.stop(0);
        assertThat(read(settings, token)).isInstanceOf(Caller.Unverifiable.class);
    }

    @Test
    void a_key_that_the_issuer_withdraws_is_believed_for_a_while_and_no_longer() throws JOSEException, IOException {
        RSAKey old = new RSAKeyGenerator(2048).keyID("old").generate();
        RSAKey young = new RSAKeyGenerator(2048).keyID("young").generate();
        AtomicReference<byte[]> published = new AtomicReference<>(jwks(old));
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            byte[] keys = Objects.requireNonNull(published.get());
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(keys.length == 0 ? 500 : 200, keys.length == 0 ? -1 : keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        SettableClock clock = new SettableClock(NOW);
        BearerTokens tokens = new BearerTokens(
                bound(new HashMap<>(Map.of(
                        "jwks-url",
                        "http://localhost:" + issuer.getAddress().getPort() + "/keys",
                        "keys-for",
                        "PT5M",
                        "cache-for",
                        "PT0S"))),
                clock);
        List<String> ofOld = List.of("Bearer " + signed(old));
        List<String> ofYoung = List.of("Bearer " + signed(young));
        assertThat(ask(tokens, ofOld)).isInstanceOf(Caller.Known.class);

        published.set(new byte[0]);
        clock.now = NOW.plusSeconds(301);
        assertThat(ask(tokens, ofOld)).as("while the issuer is away").isInstanceOf(Caller.Known.class);

        published.set(jwks(young));
        assertThat(ask(tokens, ofOld)).as("it is not asked at once").isInstanceOf(Caller.Known.class);
        clock.now = NOW.plusSeconds(320);
        assertRefused(ask(tokens, List.of("Bearer no.token")), "INVALID_TOKEN", "");
        clock.now = NOW.plusSeconds(340);
        assertRefused(ask(tokens, ofOld), "INVALID_TOKEN", "");
        assertRefused(ask(tokens, ofOld), "INVALID_TOKEN", "");
        assertThat(ask(tokens, ofYoung)).isInstanceOf(Caller.Known.class);
        issuer.stop(0);
    }

    private static byte[] jwks(RSAKey key) {
        return new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String signed(RSAKey key) throws JOSEException {
        return Tokens.signed(
                new RSASSASigner(key),
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .subject("ada")
                        .expirationTime(Date.from(LATER))
                        .build());
    }

    @Test
    void a_verified_token_is_remembered_but_never_beyond_its_expiry() {
        SettableClock clock = new SettableClock(NOW);
        Map<String, Object> settings = secret();
        settings.put("clock-skew", "PT0S");
        settings.put("cache-for", "PT1H");
        BearerTokens tokens = new BearerTokens(bound(settings), clock);
        String token = "Bearer " + Tokens.hs256(ADA, LATER);
        assertThat(ask(tokens, List.of(token))).isInstanceOf(Caller.Known.class);
        clock.now = LATER.minusSeconds(1);
        assertThat(ask(tokens, List.of(token))).isInstanceOf(Caller.Known.class);
        clock.now = LATER.plusSeconds(1);
        assertRefused(ask(tokens, List.of(token)), "INVALID_TOKEN", "expired");
    }

    @Test
    void whether_a_token_is_remembered_is_configured() {
        assertThat(readAfterTheClockWentBack("PT10S")).isInstanceOf(Caller.Known.class);
        assertRefused(readAfterTheClockWentBack("PT0S"), "INVALID_TOKEN", "before");
    }

    /** Only who looks at the token again finds that it is not valid yet. */
    private static Caller readAfterTheClockWentBack(String cacheFor) {
        SettableClock clock = new SettableClock(NOW);
        Map<String, Object> settings = secret();
        settings.put("clock-skew", "PT0S");
        settings.put("cache-for", cacheFor);
        BearerTokens tokens = new BearerTokens(bound(settings), clock);
        String token = "Bearer " + Tokens.hs256(Map.of("sub", "ada", "nbf", Date.from(NOW)), LATER);
        assertThat(ask(tokens, List.of(token))).isInstanceOf(Caller.Known.class);
        clock.now = NOW.minusSeconds(60);
        return ask(tokens, List.of(token));
    }

    @Test
    void without_an_issuer_every_token_is_refused() {
        assertRefused(read(new HashMap<>(), Tokens.hs256(ADA, LATER)), "NO_ISSUER", "weft.identity");
    }

    @Test
    void settings_that_contradict_or_are_weak_fail_at_start() {
        Map<String, Object> two = secret();
        two.put("jwks-url", "http://localhost/keys");
        assertThatThrownBy(() -> bound(two)).rootCause().hasMessageContaining("only one source");
        Map<String, Object> weak = new HashMap<>(Map.of("hs256-secret", "short"));
        assertThatThrownBy(() -> tokens(weak)).hasMessageContaining("5 bytes");
        assertThatThrownBy(() -> tokens(new HashMap<>(Map.of("public-key", "AAAA"))))
                .hasMessageContaining("neither an RSA nor an EC");
        assertThat(bound(secret()).toString()).doesNotContain(Tokens.SECRET);
    }

    private static Map<String, Object> secret() {
        return new HashMap<>(Map.of("hs256-secret", Tokens.SECRET));
    }

    private static IdentitySettings bound(Map<String, Object> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", IdentitySettings.class);
    }

    private static BearerTokens tokens(Map<String, Object> settings) {
        return new BearerTokens(bound(settings), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Caller read(Map<String, Object> settings, String token) {
        return ask(tokens(settings), List.of("Bearer " + token));
    }

    private static Caller ask(BearerTokens tokens, List<String> authorization) {
        return Objects.requireNonNull(tokens.read(authorization).block(Duration.ofSeconds(20)));
    }

    private static void assertRefused(Caller caller, String reason, String message) {
        assertThat(caller).isInstanceOfSatisfying(Caller.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.message()).containsIgnoringCase(message);
        });
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static final class SettableClock extends Clock {
        private Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
