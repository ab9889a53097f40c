package io.weft.gateway.transport.subgraph.stream;

/** Carries the finding out of a stream; never leaves this package. */
final class EventTooLarge extends RuntimeException {
    EventTooLarge() {
        super("the event exceeds subscriptions.max-event", null, false, false);
    }
}
