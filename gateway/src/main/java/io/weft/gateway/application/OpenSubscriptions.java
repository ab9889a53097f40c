package io.weft.gateway.application;

import io.weft.gateway.execution.AnswerPath;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.ResponseError;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The subscriptions of this process: how many there may be, and their end when it stops. It stops before the web server
 * does, which would otherwise wait for streams that do not end by themselves. Safe for use by many threads.
 */
final class OpenSubscriptions implements SmartLifecycle {

    private final int max;
    private final AtomicInteger open = new AtomicInteger();
    private final Sinks.One<ResponseError> stopping = Sinks.one();
    private volatile boolean running;

    OpenSubscriptions(int max) {
        this.max = max;
    }

    /** A place for one more, which must be left; empty if there is none. */
    Optional<Place> enter() {
        if (open.incrementAndGet() > max) {
            open.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new Place());
    }

    /** One subscription's place. */
    final class Place {

        private final AtomicBoolean left = new AtomicBoolean();

        /**
         * Is left when the events end, before whoever hears them hears of the end: he may ask again at once.
         *
         * @param isLast whether an event says so
         */
        <T> Flux<T> during(Flux<T> events, Predicate<T> isLast) {
            return events.doOnNext(event -> {
                        if (isLast.test(event)) {
                            leave();
                        }
                    })
                    .doOnTerminate(this::leave)
                    .doOnCancel(this::leave);
        }

        private void leave() {
            if (left.compareAndSet(false, true)) {
                open.decrementAndGet();
            }
        }
    }

    ResponseError full() {
        return ResponseError.of(
                ErrorCode.TOO_MANY_SUBSCRIPTIONS,
                max + " subscriptions are open here, and there may be no more (subscriptions.max): try again later.",
                AnswerPath.ROOT);
    }

    /** Why all subscriptions end; empty as long as the process goes on. */
    Mono<ResponseError> stopping() {
        return stopping.asMono();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopping.tryEmitValue(ResponseError.of(
                ErrorCode.NO_LONGER_SERVED,
                "The gateway is stopping, so the subscription has ended: subscribe again.",
                AnswerPath.ROOT));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
