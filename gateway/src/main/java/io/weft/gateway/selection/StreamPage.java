package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.Found.Entry;
import io.weft.gateway.supergraph.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Keys come in order, in growing batches; what matches of each batch is kept, until the page is full. */
final class StreamPage {

    private static final int LARGEST_BATCH = 5_000;

    private final InOrder order;
    private final Source source;
    private final AskAhead ahead;
    private final int maxLookedAt;
    private final int wanted;
    private final List<Entry> kept = new ArrayList<>();
    private final Patience patience;
    private int lookedAt;
    private int batches;
    private Optional<Double> recall = Optional.empty();
    /** An entity that changes between two batches may be in both. */
    private KeySet seen = KeySet.EMPTY;

    /**
     * @param selector tells the keys
     * @param leaf     what its subgraph filters by itself
     * @param test     what else must hold: which of a set match
     * @param share    about how many of the keys that it tells match, 0 to 1
     * @param before   what it told when it was last asked for the same
     */
    record Source(
            Selector selector,
            Optional<Leaf> leaf,
            Function<KeySet, Mono<KeySet>> test,
            double share,
            ToldBefore.Before before) {}

    /** When it is given up. */
    enum Patience {
        /** When more would be looked at than settings allow. */
        AS_SET,
        /** When it takes more than two batches, too: the share was a guess. */
        FOR_A_GUESS
    }

    /** How it ended. */
    sealed interface Ended {
        /** The page is full. */
        record Full(Found found) implements Ended {}

        /** Nothing follows in the order. */
        record Exhausted(Found found) implements Ended {}

        /** Too much has been looked at. */
        record GivenUp() implements Ended {}
    }

    StreamPage(InOrder order, Source source, Patience patience, int maxLookedAt) {
        this.patience = patience;
        this.order = order;
        this.source = source;
        this.maxLookedAt = maxLookedAt;
        this.wanted = order.page().size() + 1;
        this.ahead = new AskAhead(source.before(), source.test());
    }

    Mono<Ended> find() {
        return next(enough(wanted, source.share(), LARGEST_BATCH), order.cursor());
    }

    /** So many that hardly ever too few of them match, which would cost another round of calls: by two standard deviations of how many do. */
    private int enough(int missing, double share, int most) {
        double enough = (missing + 2 * Math.sqrt(missing)) / Math.max(share, 1e-6);
        return Math.min(rounded((int) Math.clamp(enough, Math.min(wanted, most), most)), most);
    }

    /** To four binary digits, upwards: what is asked again of a share that was guessed a little differently is the same question. */
    private static int rounded(int size) {
        int step = Math.max(1, Integer.highestOneBit(size) >> 3);
        return (size + step - 1) / step * step;
    }

    /** What is missing, by what the first batch had; then ever more, as those that match may have been the first ones. */
    private int following(int size) {
        int twice = Math.min(2 * size, LARGEST_BATCH);
        return batches == 1 ? enough(wanted - kept.size(), kept.size() / Math.max(lookedAt, 1.0), twice) : twice;
    }

    private Mono<Ended> next(int size, Optional<String> after) {
        boolean tooMany = lookedAt + size > maxLookedAt || patience == Patience.FOR_A_GUESS && batches == 2;
        if (lookedAt > 0 && tooMany) {
            return Mono.just(new Ended.GivenUp());
        }
        batches++;
        Mono<InOrder.Batch> told = order.next(source.selector(), source.leaf(), Optional.empty(), size, after)
                .map(this::unseen);
        Mono<AskAhead.Tested> tested = batches == 1 ? ahead.first(told, size) : ahead.further(told);
        return tested.flatMap(batch -> keep(batch.batch(), batch.matching(), size));
    }

    private InOrder.Batch unseen(InOrder.Batch whole) {
        InOrder.Batch batch = whole.without(seen);
        lookedAt += whole.entries().size();
        recall = Stream.concat(recall.stream(), batch.recall().stream()).min(Double::compare);
        seen = seen.or(batch.keys());
        return batch;
    }

    private Mono<Ended> keep(InOrder.Batch batch, KeySet matching, int size) {
        for (Entry entry : batch.entries()) {
            if (kept.size() < wanted && matching.contains(entry.key())) {
                kept.add(entry);
            }
        }
        if (kept.size() >= wanted) {
            return Mono.just(new Ended.Full(new Found(kept, Strategy.STREAM, recall)));
        }
        return batch.complete()
                ? Mono.just(new Ended.Exhausted(new Found(kept, Strategy.STREAM, recall)))
                : next(following(size), batch.last());
    }
}
