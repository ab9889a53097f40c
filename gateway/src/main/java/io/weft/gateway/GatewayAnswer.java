package io.weft.gateway;

import io.weft.gateway.Graph.Preparation.Prepared;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** What becomes of a request that may be a subscription. */
public sealed interface GatewayAnswer {

    /**
     * One response: the operation is no subscription, or is not executed.
     *
     * @param prepared as it was executed, or would have been; empty where the document was refused
     */
    record Once(GatewayResponse response, Optional<Prepared> prepared) implements GatewayAnswer {
        public Once {
            Objects.requireNonNull(response);
            Objects.requireNonNull(prepared);
        }
    }

    /**
     * A subscription.
     *
     * @param events   starts when subscribed to, and may be only once; cancelling ends the subscription. Never fails.
     * @param prepared as it begins; the graph may change
     */
    record Events(Flux<GatewayEvent> events, Prepared prepared) implements GatewayAnswer {
        public Events {
            Objects.requireNonNull(prepared);
            Objects.requireNonNull(events);
        }
    }
}
