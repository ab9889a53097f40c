package io.weft.gateway.execution;

import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Request;
import java.util.Objects;
import reactor.core.publisher.Flux;

/**
 * Subscribes at a subgraph. Never fails: what goes wrong is a {@link Signal.Failed}. Cancelling ends the subscription at
 * the subgraph.
 */
@FunctionalInterface
public interface SubgraphStreams {

    /** No subgraph can be subscribed at. */
    SubgraphStreams NONE = request -> Flux.just(
            new Signal.Failed(Reason.UNREACHABLE, "subgraph '" + request.subgraph() + "' cannot be subscribed at"));

    /**
     * An {@link Signal.Opened} once, then events. The end of the stream means that the subgraph said it is complete,
     * unless the last signal is a {@link Signal.Failed}.
     */
    Flux<Signal> open(Request request);

    sealed interface Signal {
        /** The subgraph has accepted the subscription. */
        record Opened() implements Signal {}

        /** @param answer a GraphQL answer of the subgraph's, with data or errors or both */
        record Event(SubgraphTransport.Response.Answered answer) implements Signal {
            public Event {
                Objects.requireNonNull(answer);
            }

            /** An event of a stream that was accepted. */
            public static Event of(byte[] body) {
                return new Event(new SubgraphTransport.Response.Answered(200, body));
            }
        }

        /**
         * The last signal: the stream could not be opened, or has broken off.
         *
         * @param message for the client: names no address and no exception
         */
        record Failed(Reason reason, String message) implements Signal {
            public Failed {
                Objects.requireNonNull(reason);
                Objects.requireNonNull(message);
            }
        }
    }
}
