package io.weft.gateway.selection;

import io.weft.gateway.execution.Prefetch;
import io.weft.gateway.supergraph.Selector;
import io.weft.http.server.EventLoopTimers;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * What goes along with one request while it is answered.
 *
 * @param answering who answers what of facets, by its path in the answer
 * @param context of the request, for traces
 * @param over    ends when nobody waits for an answer any more
 * @param asking  makes one for each selection of the request. Those within several objects, by one field, are one
 * @param runs    the selections of the request by their fields in its answer
 * @param asked   by what selections within objects are asked, by their fields
 * @param remembered of the request's caller
 * @param prefetch what will be asked about what is found
 * @param settings what each of them may cost, and how it is found
 */
record Flow(
        Function<AskSelectors.Scope, AskSelectors> asking,
        Map<String, Queue<SelectionRun>> runs,
        Map<String, AskSelectors> asked,
        Map<List<Object>, Selector> answering,
        ContextView context,
        Mono<Void> over,
        Prefetch prefetch,
        SelectionSettings settings,
        Remembered remembered) {

    AskSelectors asking(String field, AskSelectors.Scope scope) {
        return switch (scope) {
            case ONE -> asking.apply(scope);
            case SEVERAL -> asked.computeIfAbsent(field, key -> asking.apply(scope));
        };
    }

    void began(String field, SelectionRun run) {
        runs.computeIfAbsent(field, key -> new ConcurrentLinkedQueue<>()).add(run);
    }

    /** Runs it until it is there, time is up, or nobody waits any more. */
    <T> CompletableFuture<@Nullable T> run(SelectionRun run, Mono<T> work) {
        return work.timeout(settings.timeout(), EventLoopTimers.here())
                .onErrorMap(TimeoutException.class, late -> run.tooLate(settings.timeout()))
                .doOnError(failed -> run.failed())
                .takeUntilOther(over)
                .contextWrite(context)
                .toFuture();
    }
}
