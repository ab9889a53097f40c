package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.supergraph.SubgraphName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Asks subgraphs for one selection, and counts what that costs. Safe for use by many threads. */
final class AskSelectors {

    /** What the bounds are of. */
    enum Scope {
        /** One selection. */
        ONE,
        /** Those of one field within several objects, which have much to ask in common: nobody is asked the same twice. */
        SEVERAL
    }

    private final Scope scope;
    private final SendSelector sender;
    private final SelectionSettings settings;
    private final Mono<Void> over;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong keys = new AtomicLong();
    private final Queue<UnderWay> underWay = new ConcurrentLinkedQueue<>();
    private final Queue<SelectionReport.Call> made = new ConcurrentLinkedQueue<>();
    private final Map<SelectorRequest, Mono<SelectorAnswer>> answers = new ConcurrentHashMap<>();
    private final long begun = System.nanoTime();

    /** @param since nanoseconds */
    private record UnderWay(SelectorRequest request, long since) {}

    /** @param over ends when nobody waits for an answer any more: what is found once for several is given up then */
    AskSelectors(Scope scope, SendSelector sender, SelectionSettings settings, Mono<Void> over) {
        this.scope = scope;
        this.over = over;
        this.sender = sender;
        this.settings = settings;
    }

    /** Fails with a {@link SelectionFailure}. */
    Mono<SelectorAnswer> ask(SelectorRequest request) {
        return scope == Scope.SEVERAL && request.within().isEmpty()
                ? answers.computeIfAbsent(request, key -> asked(key).cache())
                : asked(request);
    }

    private Mono<SelectorAnswer> asked(SelectorRequest request) {
        return Mono.defer(() -> {
            if (calls.incrementAndGet() > settings.maxCalls()) {
                return Mono.error(SelectionFailure.of(
                        SelectionFailure.TOO_LARGE,
                        "The selection needs more than " + settings.maxCalls()
                                + " calls to services. "
                                + (scope == Scope.SEVERAL
                                        ? "Ask within fewer objects at once, or make the filter more selective"
                                        : "Make the filter more selective")));
            }
            move(request.within().map(KeySet::size).orElse(0));
            UnderWay asked = new UnderWay(request, System.nanoTime());
            return sender.send(request, () -> underWay.add(asked))
                    .takeUntilOther(over)
                    .doOnTerminate(() -> underWay.removeIf(other -> other == asked))
                    .doOnError(failed -> made.add(call(asked, 0, false)))
                    .flatMap(answer ->
                            answer.map(told -> Mono.just(noted(asked, told))).orElseGet(() -> asked(request.alone())));
        });
    }

    private SelectorAnswer noted(UnderWay asked, SendSelector.Answer answer) {
        int told = answer.said().told();
        made.add(call(asked, told, answer.kept()));
        move(told);
        return answer.said();
    }

    /** All keys, where as many are asked for as there can be: a part of them would make a wrong answer. */
    Mono<KeySet> askAll(SelectorRequest request) {
        return ask(request).map(answer -> {
            if (!answer.complete()) {
                throw ReadSelectorAnswer.invalid(
                        request.selector(),
                        "with " + answer.keys().size() + " keys and says that there are more, though up to "
                                + request.first() + " were asked for");
            }
            return answer.keys();
        });
    }

    private SelectionReport.Call call(UnderWay asked, int told, boolean kept) {
        SelectorRequest request = asked.request();
        return new SelectionReport.Call(
                request.selector().subgraph(),
                request.asked(),
                request.within().map(KeySet::size),
                told,
                kept,
                Duration.ofNanos(asked.since() - begun),
                Duration.ofNanos(System.nanoTime() - asked.since()));
    }

    /** The calls until now: those that were answered or failed, then those for whose answers it was waited no longer. */
    List<SelectionReport.Call> made() {
        return Stream.concat(made.stream(), underWay.stream().map(asked -> call(asked, 0, false)))
                .toList();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Says who has not answered what yet. */
    SelectionFailure tooLate(Duration timeout) {
        List<SelectorRequest> waiting = underWay.stream().map(UnderWay::request).toList();
        String what = waiting.stream().map(AskSelectors::told).distinct().collect(Collectors.joining(", "));
        String message = "The selection took longer than " + timeout.toMillis() + " ms"
                + (what.isEmpty() ? "" : ", waiting for the service " + what)
                + ". Make the filter more selective, or try again";
        Set<SubgraphName> services =
                waiting.stream().map(request -> request.selector().subgraph()).collect(Collectors.toSet());
        return services.size() == 1
                ? SelectionFailure.by(services.iterator().next(), SelectionFailure.TIMEOUT, message, Map.of())
                : SelectionFailure.of(SelectionFailure.TIMEOUT, message);
    }

    private static String told(SelectorRequest request) {
        return "'" + request.selector().subgraph() + "' to tell " + request.told();
    }

    private void move(long count) {
        if (keys.addAndGet(count) > settings.maxKeys()) {
            throw SelectionFailure.of(
                    SelectionFailure.TOO_LARGE,
                    "The selection would move more than " + settings.maxKeys()
                            + " keys between services. Make the filter more selective");
        }
    }
}
