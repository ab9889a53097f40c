package io.weft.identity;

import io.weft.contracts.Principal;

/** What a request says about who sent it. */
public sealed interface Caller {

    /** It is known and proven. */
    record Known(Principal principal) implements Caller {}

    /** It says nothing. */
    record Silent() implements Caller {}

    /**
     * It says something that is not believed.
     *
     * @param reason  in capitals, for programs
     * @param message for people; shows no secret
     */
    record Refused(String reason, String message) implements Caller {}

    /** It cannot be told now, as the issuer's keys cannot be had. */
    record Unverifiable(String message) implements Caller {}
}
