package io.weft.gateway.selection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * What goes along with one request while it is answered.
 *
 * @param context of the request, for traces
 * @param over    ends when nobody waits for an answer any more
 */
record Flow(AskSelectors asking, ContextView context, Mono<Void> over, Duration timeout) {

    /** Runs it until it is there, time is up, or nobody waits any more. */
    <T> CompletableFuture<@Nullable T> run(Mono<T> work) {
        return work.timeout(timeout)
                .onErrorMap(TimeoutException.class, late -> asking.tooLate(timeout))
                .takeUntilOther(over)
                .contextWrite(context)
                .toFuture();
    }
}
