package io.weft.gateway.selection;

import io.weft.gateway.selection.Expression.And;
import io.weft.gateway.selection.Expression.Everything;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.Expression.Not;
import io.weft.gateway.selection.Expression.Nothing;
import io.weft.gateway.selection.Expression.Or;
import io.weft.gateway.selection.KnownEstimates.Estimate;
import io.weft.gateway.selection.SelectorRequest.Want;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.Selector;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The first look at a filter: each part is asked for its first keys and an estimate, all at once, unless it is known to match much. */
final class LookAtLeaves {

    /** Of fewer than so many, how many match says little of all. */
    private static final int TELLING = 20;

    /** This part of what a first look tells is few. */
    private static final double FEW = 4;

    private final EntitySelection selection;
    private final AskSelectors asking;
    private final SelectionSettings settings;
    private final KnownEstimates.OfCaller estimates;

    LookAtLeaves(
            EntitySelection selection,
            AskSelectors asking,
            SelectionSettings settings,
            KnownEstimates.OfCaller estimates) {
        this.estimates = estimates;
        this.selection = selection;
        this.asking = asking;
        this.settings = settings;
    }

    Mono<Looks> look(Expression filter) {
        Set<Leaf> leaves = new LinkedHashSet<>();
        collect(filter, leaves);
        Mono<Map<Leaf, Looks.Look>> looks = Flux.fromIterable(leaves)
                .flatMap(leaf -> look(leaf).map(look -> Map.entry(leaf, look)), 32)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return Mono.zip(looks, universe(), Looks::new);
    }

    /**
     * What one may guess without asking anybody; empty where not even how many there are in all is known. Of parts of which nothing is
     * known it has none.
     */
    Optional<Looks> guess(Expression filter) {
        Set<Leaf> leaves = new LinkedHashSet<>();
        collect(filter, leaves);
        Map<Leaf, Looks.Look> looks = new HashMap<>();
        leaves.forEach(leaf -> estimates
                .guess(leaf.selector(), leaf.filter())
                .ifPresent(estimate -> looks.put(leaf, Looks.Look.unseen(estimate))));
        return whoKnowsMost().stream()
                .flatMap(selector -> estimates.guess(selector, Map.of()).stream())
                .map(Estimate::about)
                .reduce(Math::max)
                .map(universe -> new Looks(looks, universe));
    }

    /**
     * What a lookup tells of a part that nobody looked at, as its guess did: else that would stay as it is as long as it does.
     *
     * @param of how many were looked up
     */
    void learn(Leaf leaf, double about, int of) {
        if (of >= TELLING) {
            estimates.keepGuess(leaf.selector(), leaf.filter(), about);
        }
    }

    private static void collect(Expression expression, Set<Leaf> into) {
        switch (expression) {
            case Everything _, Nothing _ -> {}
            case Leaf leaf -> into.add(leaf);
            case Not(Leaf leaf) -> into.add(leaf);
            case And(var parts) -> parts.forEach(part -> collect(part, into));
            case Or(var parts) -> parts.forEach(part -> collect(part, into));
        }
    }

    /** What is known to be much need not be looked at. */
    private Mono<Looks.Look> look(Leaf leaf) {
        Optional<Estimate> known = estimates.of(leaf.selector(), leaf.filter());
        return known.map(Looks.Look::unseen).map(Mono::just).orElseGet(() -> Mono.defer(() -> ask(leaf)));
    }

    /** Where others like it matched few, all are told, and an estimate would be of no use. */
    private Mono<Looks.Look> ask(Leaf leaf) {
        boolean isFew = estimates
                .guess(leaf.selector(), leaf.filter())
                .filter(guess -> guess.about() <= settings.firstLook() / FEW)
                .isPresent();
        return ask(leaf, leaf.selector().estimates() && !isFew);
    }

    private Mono<Looks.Look> ask(Leaf leaf, boolean estimated) {
        long begun = System.nanoTime();
        Set<Want> wants = estimated ? Set.of(Want.KEYS, Want.ESTIMATE) : Set.of(Want.KEYS);
        return asking.ask(SelectorRequest.of(leaf.selector(), wants, settings.firstLook())
                        .filtered(leaf.filter()))
                .flatMap(answer ->
                        answer.complete() || estimated == leaf.selector().estimates()
                                ? Mono.just(keep(leaf, look(answer, estimated, (System.nanoTime() - begun) / 1_000.0)))
                                : ask(leaf, true));
    }

    private Looks.Look keep(Leaf leaf, Looks.Look look) {
        Estimate estimate = new Estimate(look.about(), look.micros());
        if (look.keys().isEmpty()) {
            estimates.keep(leaf.selector(), leaf.filter(), estimate);
        } else {
            estimates.keepAlike(leaf.selector(), leaf.filter(), estimate);
        }
        return look;
    }

    private Looks.Look look(SelectorAnswer answer, boolean estimated, double micros) {
        if (answer.complete()) {
            return new Looks.Look(Optional.of(answer.keys()), answer.keys().size(), micros);
        }
        double about = estimated ? Math.max(answer.estimate(), settings.firstLook() + 1.0) : Double.MAX_VALUE;
        return new Looks.Look(Optional.empty(), about, micros);
    }

    /** About how many entities there are, as those say who know most of them. */
    private Mono<Double> universe() {
        return Flux.fromIterable(whoKnowsMost())
                .flatMap(selector -> Mono.justOrEmpty(
                                estimates.of(selector, Map.of()).map(Estimate::about))
                        .switchIfEmpty(universe(selector)))
                .reduce(Math::max);
    }

    private List<Selector> whoKnowsMost() {
        return selection.selectors().stream()
                .filter(Selector::all)
                .findFirst()
                .map(List::of)
                .orElse(selection.selectors());
    }

    private Mono<Double> universe(Selector selector) {
        Want want = selector.estimates() ? Want.ESTIMATE : Want.COUNT;
        return asking.ask(SelectorRequest.of(selector, Set.of(want), 0))
                .map(answer -> selector.estimates() ? answer.estimate() : (double) answer.count())
                .doOnNext(about -> estimates.keep(selector, Map.of(), new Estimate(about, 0)));
    }
}
