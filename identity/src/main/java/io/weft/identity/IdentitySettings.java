package io.weft.identity;

import io.weft.contracts.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed, and what they say. At most one of {@code jwksUrl}, {@code publicKey} and
 * {@code hs256Secret} is set; with none of them every token is refused.
 *
 * @param issuer      what a token's {@code iss} must be; not checked if absent
 * @param audience    what a token's {@code aud} must contain; not checked if absent
 * @param jwksUrl     where the issuer publishes its keys
 * @param publicKey   one RSA or EC public key, as PEM
 * @param hs256Secret a shared secret of at least 32 bytes (the text's UTF-8 bytes), for development
 * @param claims      which claim means what
 * @param roleNames   what the issuer's role names mean here; if empty, they are our own names, else only these count
 * @param clockSkew   how far the issuer's clock may differ
 * @param cacheFor    how long a verified token is believed without looking again, at most until it expires; zero: not
 *     at all
 * @param keysFor     how long the keys that the issuer publishes are believed without reading them again
 * @param anonymous   whether a caller without token may read what is public
 */
@ConfigurationProperties(prefix = "weft.identity", ignoreUnknownFields = false)
public record IdentitySettings(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable String jwksUrl,
        @Nullable String publicKey,
        @Nullable String hs256Secret,
        @DefaultValue Claims claims,
        @DefaultValue Map<String, Role> roleNames,
        @DefaultValue("PT30S") Duration clockSkew,
        @DefaultValue("PT10S") Duration cacheFor,
        @DefaultValue("PT15M") Duration keysFor,
        @DefaultValue("false") boolean anonymous) {

    /**
     * Names of claims, or paths into them such as {@code realm_access.roles}.
     *
     * @param user   the user's id
     * @param roles  where roles are, as a list or separated by spaces; all that are present count
     * @param scopes where scopes are, likewise
     */
    public record Claims(
            @DefaultValue("sub") String user,
            @DefaultValue({"roles", "role"}) List<String> roles,
            @DefaultValue({"scope", "scp"}) List<String> scopes) {
        public Claims {
            roles = List.copyOf(roles);
            scopes = List.copyOf(scopes);
        }
    }

    /** @throws IllegalArgumentException if the settings contradict each other */
    public IdentitySettings {
        roleNames = Map.copyOf(roleNames);
        List<String> given = Stream.of(
                        named("weft.identity.jwks-url", jwksUrl),
                        named("weft.identity.public-key", publicKey),
                        named("weft.identity.hs256-secret", hs256Secret))
                .flatMap(Optional::stream)
                .toList();
        if (given.size() > 1) {
            throw new IllegalArgumentException(
                    "only one source of keys can be believed, but there are " + given + ": keep one of them");
        }
        if (clockSkew.isNegative() || cacheFor.isNegative() || keysFor.isNegative()) {
            throw new IllegalArgumentException(
                    "weft.identity.clock-skew, weft.identity.cache-for and weft.identity.keys-for must not be negative");
        }
    }

    private static Optional<String> named(String name, @Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(name);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "IdentitySettings[issuer=" + issuer + ", audience=" + audience + ", jwksUrl=" + jwksUrl + ", claims="
                + claims + ", anonymous=" + anonymous + "]";
    }
}
