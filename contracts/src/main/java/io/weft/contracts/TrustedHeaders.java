package io.weft.contracts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * How the gateway tells a service who is calling, such that the service can tell the gateway's word from anybody's. The
 * signature covers every value and the name of the service, so a service cannot use the headers it got at another one.
 * Safe for use by many threads.
 */
public final class TrustedHeaders {

    /** How far the clocks of gateway and service may differ. */
    public static final Duration FUTURE_SKEW = Duration.ofSeconds(5);

    private static final String VERSION = "v1";
    private static final Pattern SIGNATURE =
            Pattern.compile(VERSION + ";kid=([A-Za-z0-9._-]{1,64});mac=([A-Za-z0-9_-]{43})");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final TrustKeys keys;
    private final Duration maxAge;

    /** @param maxAge how long a service accepts a signature; positive */
    public TrustedHeaders(TrustKeys keys, Duration maxAge) {
        if (!maxAge.isPositive()) {
            throw new IllegalArgumentException("the maximum age of trusted headers must be positive, not " + maxAge);
        }
        this.keys = keys;
        this.maxAge = maxAge;
    }

    /** All values that a request has under a name, in any letter case of the name; none is an empty list. */
    @FunctionalInterface
    public interface Values {
        List<String> of(String name);
    }

    /**
     * The headers for one request to one service.
     *
     * @param service the name the service knows itself by
     */
    public Map<String, String> sign(Principal principal, String service, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        Optional<String> user = principal.userId().map(HeaderText::encode);
        user.ifPresent(id -> headers.put(HeaderNames.USER_ID, id));
        headers.put(HeaderNames.ROLE, principal.role().name());
        headers.put(HeaderNames.SCOPES, String.join(" ", principal.scopes()));
        headers.put(HeaderNames.ISSUED_AT, Long.toString(now.getEpochSecond()));
        String kid = keys.activeKeyId();
        SecretKey key = keys.key(kid).orElseThrow();
        byte[] mac = TrustMac.of(key, signed(kid, service, user, headers));
        headers.put(HeaderNames.SIGNATURE, VERSION + ";kid=" + kid + ";mac=" + written(mac));
        return headers;
    }

    private static String written(byte[] mac) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /**
     * What a service may believe of a request's headers.
     *
     * @param service its own name
     */
    public TrustVerdict verify(Values headers, String service, Instant now) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : HeaderNames.TRUSTED) {
            List<String> found = headers.of(name);
            if (found.size() > 1) {
                return refused(TrustVerdict.Reason.MALFORMED, name + " is there " + found.size() + " times");
            }
            found.forEach(value -> values.put(name, value.strip()));
        }
        if (values.isEmpty()) {
            return new TrustVerdict.Absent();
        }
        return verify(values, service, now);
    }

    private TrustVerdict verify(Map<String, String> values, String service, Instant now) {
        String signature = values.get(HeaderNames.SIGNATURE);
        if (signature == null) {
            return refused(
                    TrustVerdict.Reason.UNSIGNED, "there are " + values.keySet() + ", but no " + HeaderNames.SIGNATURE);
        }
        Matcher matcher = SIGNATURE.matcher(signature);
        if (!matcher.matches()) {
            return refused(
                    TrustVerdict.Reason.MALFORMED,
                    HeaderNames.SIGNATURE + " must be v1;kid=<key id>;mac=<base64url of 32 bytes>");
        }
        Optional<SecretKey> key = keys.key(matcher.group(1));
        if (key.isEmpty()) {
            return refused(TrustVerdict.Reason.UNKNOWN_KEY, "the key \"" + matcher.group(1) + "\" is not known here");
        }
        String issuedAt = values.getOrDefault(HeaderNames.ISSUED_AT, "");
        if (!SECONDS.matcher(issuedAt).matches()) {
            return refused(TrustVerdict.Reason.MALFORMED, HeaderNames.ISSUED_AT + " must be seconds since 1970");
        }
        Optional<String> user = Optional.ofNullable(values.get(HeaderNames.USER_ID));
        byte[] expected = TrustMac.of(key.get(), signed(matcher.group(1), service, user, values));
        // As texts: the last character of a MAC has two bits that decoding would not look at.
        if (!MessageDigest.isEqual(
                written(expected).getBytes(US_ASCII), matcher.group(2).getBytes(US_ASCII))) {
            return refused(
                    TrustVerdict.Reason.FORGED,
                    "the signature does not fit the values, or was made for another service than " + service);
        }
        return timely(values, user, Duration.between(Instant.ofEpochSecond(Long.parseLong(issuedAt)), now));
    }

    private TrustVerdict timely(Map<String, String> values, Optional<String> user, Duration age) {
        if (age.compareTo(maxAge) > 0) {
            return refused(
                    TrustVerdict.Reason.STALE,
                    "signed " + age.toSeconds() + " s ago, at most " + maxAge.toSeconds() + " s are accepted");
        }
        if (age.negated().compareTo(FUTURE_SKEW) > 0) {
            return refused(
                    TrustVerdict.Reason.FUTURE,
                    "signed " + age.negated().toSeconds() + " s in the future: compare the clocks");
        }
        return principal(values, user);
    }

    private TrustVerdict principal(Map<String, String> values, Optional<String> user) {
        Optional<Role> role = Role.named(values.getOrDefault(HeaderNames.ROLE, ""));
        if (role.isEmpty()) {
            return refused(TrustVerdict.Reason.MALFORMED, HeaderNames.ROLE + " must be PUBLIC to SUPERADMIN");
        }
        if (user.isEmpty()) {
            return new TrustVerdict.Verified(Principal.anonymous());
        }
        String scopes = values.getOrDefault(HeaderNames.SCOPES, "");
        List<String> each = scopes.isEmpty() ? List.of() : List.of(scopes.split(" "));
        Optional<String> id = HeaderText.decode(user.get()).filter(Principal::isUserId);
        if (id.isEmpty() || !each.stream().allMatch(Principal::isScope)) {
            return refused(TrustVerdict.Reason.MALFORMED, "the user id or a scope cannot be read");
        }
        return new TrustVerdict.Verified(new Principal.User(id.get(), role.get(), new TreeSet<>(each)));
    }

    private static List<String> signed(String kid, String service, Optional<String> user, Map<String, String> headers) {
        return List.of(
                VERSION,
                kid,
                service,
                headers.getOrDefault(HeaderNames.ISSUED_AT, ""),
                user.isPresent() ? "user" : "anonymous",
                user.orElse(""),
                headers.getOrDefault(HeaderNames.ROLE, ""),
                headers.getOrDefault(HeaderNames.SCOPES, ""));
    }

    private static TrustVerdict refused(TrustVerdict.Reason reason, String detail) {
        return new TrustVerdict.Refused(reason, detail);
    }
}
