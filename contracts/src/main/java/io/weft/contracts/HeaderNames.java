package io.weft.contracts;

import java.util.List;

/** The headers that gateway and services exchange. */
public final class HeaderNames {

    /** The caller's id, percent-encoded where it is not visible ASCII; absent for anonymous. */
    public static final String USER_ID = "X-OSA-User-Id";

    /** The caller's role, by its name. */
    public static final String ROLE = "X-OSA-Role";

    /** The caller's scopes, separated by one space, sorted; empty if there are none. */
    public static final String SCOPES = "X-OSA-Scopes";

    /** When the gateway signed, in seconds since 1970. */
    public static final String ISSUED_AT = "X-OSA-Issued-At";

    /** {@code v1;kid=<key id>;mac=<base64url HMAC-SHA256>}. */
    public static final String SIGNATURE = "X-OSA-Signature";

    /** One request's name in every process and log it passes. Not a matter of trust. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** Which version of its data a service answers by: a {@link VersionWish} of the gateway, a {@link VersionedAnswer} of the service. Not a matter of trust. */
    public static final String DATA_VERSION = "Weft-Data-Version";

    /** What only the gateway may say: these are dropped from every client's request. */
    public static final List<String> TRUSTED = List.of(USER_ID, ROLE, SCOPES, ISSUED_AT, SIGNATURE);

    private HeaderNames() {}
}
