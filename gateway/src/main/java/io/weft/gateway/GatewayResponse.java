package io.weft.gateway;

import java.util.Objects;

/**
 * What a client gets.
 *
 * @param outcome decides the transport's status
 * @param body    JSON: {@code data} and perhaps {@code errors}, or {@code errors} alone
 */
public record GatewayResponse(Outcome outcome, byte[] body) {

    public GatewayResponse {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(body);
    }

    /** How far the request came. */
    public enum Outcome {
        /** There are data, and no errors. */
        ANSWERED,
        /** There are errors beside the data, which may be null. */
        PARTLY_ANSWERED,
        /** The request was wrong and has not been executed; there are no data. */
        REFUSED,
        /** This kind of operation is not permitted on this transport. */
        NOT_PERMITTED,
        /** A subscription is answered with a stream of events, which this transport or this client does not take. */
        NEEDS_STREAM,
        /** The gateway failed. */
        FAILED
    }
}
