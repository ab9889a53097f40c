package io.weft.launcher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JWT signed with the archive's development secret (HS256, RFC 7519). */
record DevToken(String user, List<String> roles, List<String> scopes, Duration validity) {
    private static final JsonMapper JSON = JsonMapper.shared();

    DevToken {
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
    }

    String signed(String secret, Instant now) {
        ObjectNode claims = JSON.createObjectNode();
        claims.put("sub", user);
        roles.forEach(claims.putArray("roles")::add);
        claims.put("scope", String.join(" ", scopes));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(validity).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        String signedPart = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(claims.toString());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(signedPart.getBytes(StandardCharsets.US_ASCII));
            return signedPart + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
