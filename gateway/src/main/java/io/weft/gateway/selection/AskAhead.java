package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * Which entities of a batch match, found out while the batch is told: about those that will likely be in it. About the others it is asked once it is
 * there, and what was found of entities that are not in it is dropped.
 */
final class AskAhead {

    private final ToldBefore.Before before;
    private final Function<KeySet, Mono<KeySet>> test;

    /**
     * @param before what was told when the same was asked before
     * @param test   which of a set match
     */
    AskAhead(ToldBefore.Before before, Function<KeySet, Mono<KeySet>> test) {
        this.before = before;
        this.test = test;
    }

    /** A batch, and which of its entities match. */
    record Tested(InOrder.Batch batch, KeySet matching) {}

    /**
     * The first batch, which is remembered.
     *
     * @param size how many entities it may have
     */
    Mono<Tested> first(Mono<InOrder.Batch> told, int size) {
        Mono<InOrder.Batch> remembered = told.doOnNext(batch -> before.told(batch.inOrder(), batch.complete()));
        return before.first(size)
                .filter(likely -> !likely.isEmpty())
                .map(likely -> Mono.zip(test.apply(likely).materialize(), remembered)
                        .flatMap(both -> tested(both.getT2(), likely, both.getT1())))
                .orElseGet(() -> further(remembered));
    }

    /** A batch of which nothing is known before it is told. */
    Mono<Tested> further(Mono<InOrder.Batch> told) {
        return told.flatMap(batch -> tested(batch, KeySet.EMPTY, KeySet.EMPTY));
    }

    /** What failed may have failed by entities that are not in the batch. */
    private Mono<Tested> tested(InOrder.Batch batch, KeySet likely, Signal<KeySet> matching) {
        Throwable failure = matching.getThrowable();
        if (failure != null) {
            return batch.keys().equals(likely) ? Mono.error(failure) : tested(batch, KeySet.EMPTY, KeySet.EMPTY);
        }
        return tested(batch, likely, Objects.requireNonNull(matching.get()));
    }

    /** @param matching those that match of what is known */
    private Mono<Tested> tested(InOrder.Batch batch, KeySet known, KeySet matching) {
        KeySet unknown = batch.keys().without(known);
        Mono<KeySet> rest = unknown.isEmpty() ? Mono.just(KeySet.EMPTY) : test.apply(unknown);
        return rest.map(others -> new Tested(batch, others.or(matching.and(batch.keys()))));
    }
}
