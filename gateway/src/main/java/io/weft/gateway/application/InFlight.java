package io.weft.gateway.application;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts what is under way, and has something done once when it is closed and nothing is under way any more. */
final class InFlight implements AutoCloseable {

    /** One for not being closed, and one for each request. */
    private final AtomicInteger holders = new AtomicInteger(1);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Runnable over;

    InFlight(Runnable over) {
        this.over = over;
    }

    <T> Mono<T> during(Mono<T> request) {
        return Mono.defer(() -> {
            holders.incrementAndGet();
            return request.doFinally(signal -> leave());
        });
    }

    <T> Flux<T> during(Flux<T> stream) {
        return Flux.defer(() -> {
            holders.incrementAndGet();
            return stream.doFinally(signal -> leave());
        });
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            leave();
        }
    }

    private void leave() {
        if (holders.decrementAndGet() == 0) {
            over.run();
        }
    }
}
