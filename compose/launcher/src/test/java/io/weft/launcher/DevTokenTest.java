package io.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DevTokenTest {

    @Test
    void aTokenSaysWhoForHowLongAndIsSigned() throws Exception {
        String secret = "0123456789abcdef0123456789abcdef";
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        String token = new DevToken("ada \"x\"", List.of("CURATOR"), List.of("a", "b"), Duration.ofHours(2))
                .signed(secret, now);

        String[] parts = token.split("\\.");
        JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("sub").stringValue()).isEqualTo("ada \"x\"");
        assertThat(claims.path("roles").toString()).isEqualTo("[\"CURATOR\"]");
        assertThat(claims.path("scope").stringValue()).isEqualTo("a b");
        assertThat(claims.path("exp").longValue() - claims.path("iat").longValue())
                .isEqualTo(7200);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(Base64.getUrlDecoder().decode(parts[2]))
                .isEqualTo(mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII)));
    }
}
