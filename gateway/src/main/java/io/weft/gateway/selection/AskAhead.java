package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * Which entities of a batch match, found out while the batch is told: about those that will likely be in it. About the others it is asked once it is
 * there, and what was found of entities that are not in it is dropped.
 */
final class AskAhead {

    private final Function<KeySet, Mono<KeySet>> test;

    /** @param test which of a set match */
    AskAhead(Function<KeySet, Mono<KeySet>> test) {
        this.test = test;
    }

    /** A batch, and which of its entities match. */
    record Tested(InOrder.Batch batch, KeySet matching) {}

    /** @param likely what the batch will likely have */
    Mono<Tested> tested(Mono<InOrder.Batch> told, Optional<KeySet> likely) {
        return likely.filter(keys -> !keys.isEmpty())
                .map(keys -> Mono.zip(told, test.apply(keys).materialize())
                        .flatMap(both -> tested(both.getT1(), keys, both.getT2())))
                .orElseGet(() -> told.flatMap(batch -> tested(batch, KeySet.EMPTY, KeySet.EMPTY)));
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
