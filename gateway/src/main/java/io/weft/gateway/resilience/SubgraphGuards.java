package io.weft.gateway.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.weft.gateway.execution.SubgraphStreams.Signal;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.http.server.EventLoopTimers;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What stands around one subgraph's calls, from the outside in: bulkhead, circuit breaker, time limit. Resilience4j's
 * objects are used directly, not through its Reactor operators: those speak in exceptions, a transport in values.
 */
record SubgraphGuards(
        SubgraphName subgraph, Bulkhead bulkhead, CircuitBreaker breaker, TimeLimiter limiter, Retry retry) {

    Mono<Response> around(Mono<Response> call) {
        return Mono.defer(() -> {
            if (!bulkhead.tryAcquirePermission()) {
                return failed(Reason.OVERLOADED, "too many requests to subgraph '" + subgraph + "' are under way");
            }
            if (!breaker.tryAcquirePermission()) {
                bulkhead.releasePermission();
                return failed(Reason.CIRCUIT_OPEN, leftAlone());
            }
            return watched(call);
        });
    }

    Mono<Response> retrying(Mono<Response> call) {
        return Mono.defer(() -> attempt(call, retry.asyncContext()));
    }

    private static Mono<Response> attempt(Mono<Response> call, Retry.AsyncContext<Response> attempts) {
        return call.flatMap(response -> {
            long delay = attempts.onResult(response);
            if (delay < 0) {
                attempts.onComplete();
                return Mono.just(response);
            }
            return Mono.delay(Duration.ofMillis(delay)).then(attempt(call, attempts));
        });
    }

    private Mono<Response> watched(Mono<Response> call) {
        long begun = breaker.getCurrentTimestamp();
        AtomicBoolean settled = new AtomicBoolean();
        return call.timeout(limiter.getTimeLimiterConfig().getTimeoutDuration(), EventLoopTimers.here())
                .doOnNext(ignored -> limiter.onSuccess())
                .onErrorResume(TimeoutException.class, late -> {
                    limiter.onError(late);
                    return failed(Reason.TIMEOUT, late());
                })
                .doOnNext(response -> {
                    if (settled.compareAndSet(false, true)) {
                        settle(response, breaker.getCurrentTimestamp() - begun);
                    }
                })
                .doFinally(signal -> {
                    // A call that was cancelled, or broke by a bug of ours, says nothing about the subgraph.
                    if (settled.compareAndSet(false, true)) {
                        breaker.releasePermission();
                    }
                    bulkhead.onComplete();
                });
    }

    /** Guards the opening of a stream. Once open it may last as long as it likes, and counts no more. */
    Flux<Signal> opening(Flux<Signal> stream) {
        return Flux.defer(() -> {
            if (!breaker.tryAcquirePermission()) {
                return Flux.just(new Signal.Failed(Reason.CIRCUIT_OPEN, leftAlone()));
            }
            long begun = breaker.getCurrentTimestamp();
            AtomicBoolean settled = new AtomicBoolean();
            return stream.timeout(
                            Mono.delay(limiter.getTimeLimiterConfig().getTimeoutDuration()), signal -> Mono.never())
                    .onErrorResume(TimeoutException.class, late -> Flux.just(new Signal.Failed(Reason.TIMEOUT, late())))
                    .doOnNext(signal -> {
                        if (settled.compareAndSet(false, true)) {
                            settle(opened(signal), breaker.getCurrentTimestamp() - begun);
                        }
                    })
                    .doFinally(signal -> {
                        if (settled.compareAndSet(false, true)) {
                            breaker.releasePermission();
                        }
                    });
        });
    }

    /** What the first signal says about the subgraph, in the terms of a single call. */
    private static Response opened(Signal first) {
        return switch (first) {
            case Signal.Opened() -> new Response.Answered(200, new byte[0]);
            case Signal.Event(Response.Answered answer) -> answer;
            case Signal.Failed(Reason reason, String message) -> new Response.Failed(reason, message);
        };
    }

    private String leftAlone() {
        return "subgraph '" + subgraph + "' has failed too often lately and is left alone for a while";
    }

    private String late() {
        return "subgraph '" + subgraph + "' did not answer in time";
    }

    private void settle(Response response, long duration) {
        if (response instanceof Response.Failed(Reason reason, String ignored) && reason == Reason.OVERLOADED) {
            breaker.releasePermission();
        } else {
            breaker.onResult(duration, breaker.getTimestampUnit(), response);
        }
    }

    private static Mono<Response> failed(Reason reason, String message) {
        return Mono.just(new Response.Failed(reason, message));
    }
}
