package io.weft.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** Makes tokens as issuers do. */
final class Tokens {

    static final String SECRET = "a secret for tests, long enough for HS256";

    private Tokens() {}

    static String hs256(Map<String, Object> claims, Instant expires) {
        try {
            return signed(new MACSigner(SECRET), JWSAlgorithm.HS256, claims, expires);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWSSigner signer, JWSAlgorithm algorithm, Map<String, Object> claims, Instant expires) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder().expirationTime(Date.from(expires));
        claims.forEach(set::claim);
        return signed(signer, new JWSHeader.Builder(algorithm).keyID("test").build(), set.build());
    }

    static String signed(JWSSigner signer, JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWSHeader header(JWSAlgorithm algorithm, String type) {
        return new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).build();
    }
}
