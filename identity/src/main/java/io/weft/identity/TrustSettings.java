package io.weft.identity;

import io.weft.contracts.TrustKeys;
import io.weft.contracts.TrustedHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secrets that gateway and services share. A service without keys believes no trusted headers.
 *
 * @param keys      base64 of at least 32 random bytes, by key id
 * @param activeKey the id of the key that the gateway signs with; may be left out if there is only one
 * @param maxAge    how long a service accepts a signature
 */
@ConfigurationProperties(prefix = "weft.trust", ignoreUnknownFields = false)
public record TrustSettings(
        @DefaultValue Map<String, String> keys,
        @Nullable String activeKey,
        @DefaultValue("PT60S") Duration maxAge) {
    public TrustSettings {
        keys = Map.copyOf(keys);
    }

    /**
     * What signs and verifies with these keys; empty if there are none.
     *
     * @throws IllegalArgumentException if a key cannot be used, or it is not clear which one is active
     */
    public Optional<TrustedHeaders> trustedHeaders() {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (activeKey == null && keys.size() > 1) {
            throw new IllegalArgumentException(
                    "weft.trust.active-key is missing: name the one of " + keys.keySet() + " that signs");
        }
        String signing = activeKey == null ? keys.keySet().iterator().next() : activeKey;
        return Optional.of(new TrustedHeaders(new TrustKeys(signing, keys), maxAge));
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "TrustSettings[keys=" + keys.keySet() + ", activeKey=" + activeKey + ", maxAge=" + maxAge + "]";
    }
}
