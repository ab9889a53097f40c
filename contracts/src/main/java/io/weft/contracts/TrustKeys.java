package io.weft.contracts;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that gateway and services share. One of them signs; all of them verify. To rotate: add the new key
 * everywhere, then make it the active one, then remove the old key.
 */
public final class TrustKeys {

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int SHORTEST = 32;

    private final String activeKeyId;
    private final Map<String, SecretKey> keys;

    /**
     * @param activeKeyId the key that signs
     * @param secrets     by key id, each base64 of at least 32 random bytes
     * @throws IllegalArgumentException with what to do about it; the secrets are not in the message
     */
    public TrustKeys(String activeKeyId, Map<String, String> secrets) {
        Map<String, SecretKey> read = new LinkedHashMap<>();
        secrets.forEach((keyId, secret) -> read.put(keyId, key(keyId, secret)));
        if (!read.containsKey(activeKeyId)) {
            throw new IllegalArgumentException("the active trust key \"" + activeKeyId + "\" is not among the keys "
                    + new TreeSet<>(read.keySet()) + ": add it, or make one of these the active one");
        }
        this.activeKeyId = activeKeyId;
        this.keys = Map.copyOf(read);
    }

    private static SecretKey key(String keyId, String secret) {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException(
                    "the trust key id \"" + keyId + "\" must be 1 to 64 letters, digits, dots, underscores or dashes");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    "the trust key \"" + keyId + "\" is not base64: make one with `openssl rand -base64 32`");
        }
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("the trust key \"" + keyId + "\" has " + bytes.length
                    + " bytes, at least 32 are needed: make one with `openssl rand -base64 32`");
        }
        return new SecretKeySpec(bytes, TrustMac.ALGORITHM);
    }

    String activeKeyId() {
        return activeKeyId;
    }

    Optional<SecretKey> key(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /** Names the keys, never their secrets. */
    @Override
    public String toString() {
        return "TrustKeys[active=" + activeKeyId + ", known=" + new TreeSet<>(keys.keySet()) + "]";
    }
}
