package io.weft.service.testing;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Who asks a service under test, and what proves it. */
public final class Callers {

    static final String TOKEN_SECRET = "a secret for tests, long enough for HS256";
    static final String TRUST_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private Callers() {}

    public static Principal user(String id, Role role) {
        return Principal.user(id, List.of(role), List.of());
    }

    /** Signs as the gateway does, with the key that every {@link RunningService} believes. */
    public static TrustedHeaders trust() {
        return new TrustedHeaders(new TrustKeys("test", Map.of("test", TRUST_KEY)), Duration.ofMinutes(1));
    }

    /** The Authorization header of a user's own token. */
    public static Map<String, String> bearer(String user, Role role, Instant expires) {
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
}
