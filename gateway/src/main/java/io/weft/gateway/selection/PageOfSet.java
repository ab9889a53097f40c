package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.supergraph.Selector;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A page of entities that are all known. */
final class PageOfSet {

    private final InOrder order;
    private final int wanted;

    PageOfSet(InOrder order) {
        this.order = order;
        this.wanted = order.page().size() + 1;
    }

    Mono<Found> find(KeySet all, Strategy strategy) {
        if (all.isEmpty()) {
            return Mono.just(new Found(List.of(), strategy));
        }
        Optional<Selector> selector = order.orderingSelector();
        if (selector.isEmpty()) {
            return Mono.just(new Found(order.byKey(all, wanted), strategy));
        }
        if (order.isAmongStrangers()) {
            return order.strangers(all)
                    .map(rest -> new Found(order.byKey(rest, wanted), strategy))
                    .flatMap(found -> order.page().backward() && found.entries().size() < wanted
                            ? ordered(selector.get(), all, Optional.empty())
                                    .map(rest -> found.and(rest.entries(), wanted))
                            : Mono.just(found));
        }
        return ordered(selector.get(), all, order.cursor())
                .map(batch -> new Found(batch.entries(), strategy, batch.recall()))
                .flatMap(found ->
                        found.entries().size() < wanted && !order.page().backward()
                                ? order.strangers(all).map(rest -> found.and(order.byKey(rest, wanted), wanted))
                                : Mono.just(found));
    }

    private Mono<InOrder.Batch> ordered(Selector selector, KeySet all, Optional<String> after) {
        return order.next(selector, Optional.empty(), Optional.of(all), Math.min(wanted, all.size()), after);
    }
}
