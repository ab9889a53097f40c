package io.weft.gateway;

import java.util.Objects;

/** What a subscription tells its client. */
public sealed interface GatewayEvent {

    /** The response to one event. */
    record Next(GatewayResponse response) implements GatewayEvent {
        public Next {
            Objects.requireNonNull(response);
        }
    }

    /**
     * The last, where the subscription ends for another reason than that the service has completed it.
     *
     * @param code   why
     * @param errors a JSON list of GraphQL errors
     */
    record Ended(String code, byte[] errors) implements GatewayEvent {
        public Ended {
            Objects.requireNonNull(code);
            Objects.requireNonNull(errors);
        }
    }
}
