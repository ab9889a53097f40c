package io.weft.gateway.security;

/** Who is let in. */
public enum Admission {
    /** Callers with a token that is believed. */
    KNOWN_ONLY,
    /** Callers without a token too; one that is not believed is refused. */
    ANONYMOUS_TOO,
    /** Everybody, and all are anonymous: nobody's tokens can be verified here, so they are none of our business. */
    EVERYBODY_UNKNOWN
}
