package io.weft.gateway;

import java.util.Objects;
import reactor.core.publisher.Flux;

/** What becomes of a request that may be a subscription. */
public sealed interface GatewayAnswer {

    /** One response: the operation is no subscription, or is not executed. */
    record Once(GatewayResponse response) implements GatewayAnswer {
        public Once {
            Objects.requireNonNull(response);
        }
    }

    /**
     * A subscription.
     *
     * @param events starts when subscribed to, and may be only once; cancelling ends the subscription. Never fails.
     */
    record Events(Flux<GatewayEvent> events) implements GatewayAnswer {
        public Events {
            Objects.requireNonNull(events);
        }
    }
}
