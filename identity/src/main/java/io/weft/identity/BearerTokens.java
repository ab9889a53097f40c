package io.weft.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.nimbusds.jwt.JWTParser;
import io.weft.http.server.Caches;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies the token of an {@code Authorization} header. What was verified is remembered for a few seconds, so that a
 * client's burst of requests costs one signature check. Safe for use by many threads.
 */
public final class BearerTokens {

    private static final Logger log = LoggerFactory.getLogger(BearerTokens.class);
    private static final int LONGEST_TOKEN = 16_384;
    private static final int REMEMBERED = 10_000;

    private final Optional<ReactiveJwtDecoder> decoder;
    private final PrincipalClaims claims;
    private final IdentitySettings settings;
    private final Clock clock;
    private final Cache<String, Verified> verified;

    private record Verified(Caller.Known caller, Instant until) {}

    /** @throws IllegalArgumentException if a configured key cannot be used */
    public BearerTokens(IdentitySettings settings, Clock clock) {
        this.decoder = TokenDecoders.of(settings, clock);
        this.claims = new PrincipalClaims(settings);
        this.settings = settings;
        this.clock = clock;
        this.verified = Caches.builder().maximumSize(REMEMBERED).build();
    }

    /**
     * Who the headers say is calling. Never fails.
     *
     * @param authorization all values of the request's {@code Authorization} header
     */
    public Mono<Caller> read(List<String> authorization) {
        if (authorization.isEmpty()) {
            return Mono.just(new Caller.Silent());
        }
        if (authorization.size() > 1) {
            return refused("MALFORMED", "there is more than one Authorization header");
        }
        String value = authorization.getFirst().strip();
        if (!value.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            return refused("MALFORMED", "the Authorization header must be: Bearer <token>");
        }
        return verify(value.substring("bearer ".length()).strip());
    }

    /**
     * When the token of a caller that {@link #read} believed stops being valid. Empty where there is no token, or none
     * that ends.
     *
     * @param authorization all values of the request's {@code Authorization} header
     */
    public static Optional<Instant> validUntil(List<String> authorization) {
        if (authorization.size() != 1) {
            return Optional.empty();
        }
        String[] parts = authorization.getFirst().strip().split("\\s+", 2);
        try {
            return Optional.ofNullable(JWTParser.parse(parts[parts.length - 1])
                            .getJWTClaimsSet()
                            .getExpirationTime())
                    .map(Date::toInstant);
        } catch (ParseException noToken) {
            return Optional.empty();
        }
    }

    private Mono<Caller> verify(String token) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            return refused("MALFORMED", "a token has 1 to " + LONGEST_TOKEN + " characters");
        }
        if (decoder.isEmpty()) {
            return refused(
                    "NO_ISSUER",
                    "no issuer of tokens is configured here (weft.identity.jwks-url, public-key or hs256-secret)");
        }
        Verified known = verified.getIfPresent(token);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Mono.just(known.caller());
        }
        return decoder.get()
                .decode(token)
                .map(jwt -> remember(token, jwt, claims.read(jwt.getClaims())))
                .onErrorResume(failure -> Mono.just(explain(failure)));
    }

    private Caller remember(String token, Jwt jwt, Caller caller) {
        Instant expiresAt = jwt.getExpiresAt();
        if (caller instanceof Caller.Known known
                && expiresAt != null
                && settings.cacheFor().isPositive()) {
            Instant until = clock.instant().plus(settings.cacheFor());
            verified.put(token, new Verified(known, until.isBefore(expiresAt) ? until : expiresAt));
        }
        return caller;
    }

    private static Caller explain(Throwable failure) {
        return switch (failure) {
            case JwtValidationException invalid ->
                new Caller.Refused(
                        "INVALID_TOKEN",
                        "the token is not valid: "
                                + String.join(
                                        "; ",
                                        invalid.getErrors().stream()
                                                .map(error -> Optional.ofNullable(error.getDescription())
                                                        .orElse(error.getErrorCode()))
                                                .toList()));
            case BadJwtException bad -> {
                log.debug("token refused", bad);
                yield new Caller.Refused(
                        "INVALID_TOKEN", "the token cannot be read, or is not signed by the configured issuer");
            }
            default -> {
                log.error("token not verifiable: the issuer's keys cannot be had", failure);
                yield new Caller.Unverifiable("the issuer's keys cannot be had at the moment: try again later");
            }
        };
    }

    private static Mono<Caller> refused(String reason, String message) {
        return Mono.just(new Caller.Refused(reason, message));
    }
}
