package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.Expression.Everything;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.SelectorRequest.Want;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.Selector;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One selection of one request. What several of its fields need is found once. */
final class SelectionRun {

    private final EntitySelection selection;
    private final AskSelectors asking;
    private final Remembered remembered;
    private final SelectionSettings settings;
    private final Expression filter;
    private final InOrder order;
    private final Asked asked;
    private final Candidates candidates;
    private final Optional<Leaf> single;
    private final Mono<SelectorAnswer> alone;
    private final LookAtLeaves looking;
    private final Mono<Looks> looks;
    private final Mono<FindMatches> matches;
    private final Mono<Found> page;
    private volatile @Nullable Found last;
    private volatile boolean failed;

    /**
     * What is asked for.
     *
     * @param page    whether entities are
     * @param total   whether their exact number is, or anything else for which all must be known
     * @param cursors whether the client gets to see any
     */
    record Asked(boolean page, boolean total, boolean estimate, boolean cursors) {}

    SelectionRun(
            EntitySelection selection,
            AskSelectors asking,
            SelectionSettings settings,
            Remembered remembered,
            Expression filter,
            Optional<Ordering> ordering,
            PageRequest request,
            Asked asked,
            Candidates candidates) {
        this.candidates = candidates;
        this.selection = selection;
        this.asking = asking;
        this.remembered = remembered;
        this.settings = settings;
        this.filter = filter;
        this.order = new InOrder(asking, ordering, request, asked.cursors(), candidates, remembered.told());
        this.asked = asked;
        this.single =
                settings.strategy().filter(forced -> forced != Strategy.SINGLE).isPresent()
                        ? Optional.empty()
                        : FindPage.single(selection, filter, ordering);
        this.alone = Mono.defer(this::askAlone).cache();
        this.looking = new LookAtLeaves(selection, asking, settings, remembered.estimates());
        this.looks = Mono.defer(() -> looking.look(filter)).cache();
        this.matches = looks.map(known -> new FindMatches(
                        selection, asking, settings, known, candidates, FindMatches.ObserveLookups.NONE))
                .cache();
        this.page = Mono.defer(this::findPage).doOnNext(found -> last = found).cache();
    }

    /** Built lazily by what is asked of it; each is found once. */
    Mono<Found> page() {
        return page;
    }

    private Mono<Found> findPage() {
        if (filter instanceof Expression.Nothing) {
            return Mono.just(new Found(List.of(), Strategy.SINGLE));
        }
        if (single.isPresent()) {
            return alone.map(answer ->
                    new Found(answer.entries().stream().map(order::entry).toList(), Strategy.SINGLE, answer.recall()));
        }
        return guessed()
                .switchIfEmpty(Mono.defer(() -> Mono.zip(looks, matches)
                        .flatMap(both -> new FindPage(selection, settings, both.getT1(), both.getT2(), filter, order)
                                .find(asked.total()))));
    }

    /** Without a look at the filter's parts first, where that is likely to do. */
    private Mono<Found> guessed() {
        if (asked.total() || asked.estimate() || settings.strategy().isPresent()) {
            return Mono.empty();
        }
        return Mono.justOrEmpty(looking.guess(filter)).flatMap(guess -> {
            FindMatches few = new FindMatches(
                    selection,
                    asking,
                    settings,
                    guess,
                    candidates,
                    (leaf, of, matching) -> looking.learn(leaf, guess.universe() * (matching + 1) / (of + 1), of));
            return new FindPage(selection, settings, guess, few, filter, order).guessed();
        });
    }

    private Mono<SelectorAnswer> askAlone() {
        Leaf leaf = single.orElseThrow();
        Set<Want> wants = EnumSet.noneOf(Want.class);
        if (asked.page()) {
            wants.addAll(order.entries(leaf.selector()));
        }
        if (asked.total()) {
            wants.add(Want.COUNT);
        }
        if (asked.estimate()) {
            wants.add(leaf.selector().estimates() ? Want.ESTIMATE : Want.COUNT);
        }
        int first = asked.page() ? order.page().size() + 1 : 0;
        SelectorRequest request = order.request(leaf.selector(), Optional.of(leaf), wants, first, order.cursor());
        return asking.ask(asked.page() ? candidates.telling(request) : request);
    }

    /** All that match. */
    private Mono<KeySet> all() {
        return matches.flatMap(found -> found.matches(filter));
    }

    Mono<Long> total() {
        return switch (filter) {
            case Expression.Nothing _ -> Mono.just(0L);
            case Expression some when single.isPresent() -> alone.map(SelectorAnswer::count);
            case Expression some -> all().map(keys -> (long) keys.size());
        };
    }

    /** Finds as many as a page of that size would have, in the order of their keys, unless all are to be known anyway. */
    Mono<Long> totalAtMost(int limit) {
        if (asked.total() || filter instanceof Expression.Nothing) {
            return total().map(count -> Math.min(count, limit));
        }
        if (single.isPresent()) {
            Leaf leaf = single.get();
            int first = Math.min(limit, FindMatches.ALL);
            return asking.ask(SelectorRequest.of(leaf.selector(), Set.of(Want.KEYS), first)
                            .filtered(leaf.filter()))
                    .map(answer -> (long) answer.keys().size());
        }
        if (limit == 0) {
            return Mono.just(0L);
        }
        PageRequest counted = new PageRequest(limit - 1, false, Optional.empty());
        InOrder byKey = new InOrder(asking, Optional.empty(), counted, false, Candidates.none(), remembered.told());
        return Mono.zip(looks, matches)
                .flatMap(both ->
                        new FindPage(selection, settings, both.getT1(), both.getT2(), filter, byKey).find(false))
                .map(found -> (long) found.entries().size());
    }

    SelectionFailure tooLate(Duration timeout) {
        return asking.tooLate(timeout);
    }

    AskSelectors asking() {
        return asking;
    }

    /** It has no answer. */
    void failed() {
        failed = true;
    }

    /** By what its page was found, or its total; empty where that failed, or nobody was asked. */
    Optional<Strategy> strategy() {
        Found found = last;
        if (found != null) {
            return Optional.of(found.strategy());
        }
        return failed || asking.made().isEmpty()
                ? Optional.empty()
                : Optional.of(single.isPresent() ? Strategy.SINGLE : Strategy.FULL);
    }

    Optional<Double> recall() {
        Found found = last;
        return found == null ? Optional.empty() : found.recall();
    }

    Mono<Double> estimate() {
        return switch (filter) {
            case Expression.Nothing _ -> Mono.just(0.0);
            case Expression some
            when single.isPresent() ->
                alone.map(answer -> single.get().selector().estimates() ? answer.estimate() : answer.count());
            case Expression some when asked.total() -> total().map(Long::doubleValue);
            case Expression some -> looks.map(known -> known.about(filter));
        };
    }

    /** What a subgraph says of all that match, by response key. */
    Mono<Map<String, @Nullable Object>> facets(Selector selector, FacetsQuery query) {
        SelectorRequest request = SelectorRequest.of(selector, Set.of(), 0).asking(query);
        return switch (filter) {
            case Everything _ -> asking.ask(request).map(SelectorAnswer::facets);
            case Leaf leaf
            when leaf.selector().equals(selector) ->
                asking.ask(request.filtered(leaf.filter())).map(SelectorAnswer::facets);
            case Expression.Nothing _ ->
                asking.ask(request.within(KeySet.EMPTY)).map(SelectorAnswer::facets);
            case Leaf _, Expression.And _, Expression.Or _, Expression.Not _ ->
                all().flatMap(keys -> asking.ask(request.within(keys))).map(SelectorAnswer::facets);
        };
    }
}
