package io.weft.contracts;

/** What a service makes of the trusted headers of a request. */
public sealed interface TrustVerdict {

    /** The gateway says who is calling. */
    record Verified(Principal principal) implements TrustVerdict {}

    /** There are no trusted headers. */
    record Absent() implements TrustVerdict {}

    /** There are trusted headers, but not from the gateway, or not for now and here. */
    record Refused(Reason reason, String detail) implements TrustVerdict {}

    /** Why headers are refused. */
    enum Reason {
        /** They are not signed. */
        UNSIGNED,
        /** One is missing, is there twice or cannot be read. */
        MALFORMED,
        /** Signed with a key that is not known here. */
        UNKNOWN_KEY,
        /** The signature does not fit the values, the service or the key. */
        FORGED,
        /** Signed too long ago. */
        STALE,
        /** Signed in the future, by more than clocks may differ. */
        FUTURE
    }
}
