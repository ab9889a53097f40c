package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.Expression.And;
import io.weft.gateway.selection.Expression.Everything;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.Expression.Not;
import io.weft.gateway.selection.Expression.Nothing;
import io.weft.gateway.selection.Expression.Or;
import io.weft.gateway.selection.SelectorRequest.Want;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which entities match, exactly. Subgraphs are asked side by side, and nobody is asked the same twice. */
final class FindMatches {

    /** More than there can be: a selector's {@code first} has room for one more. */
    static final int ALL = Integer.MAX_VALUE - 1;

    private final EntitySelection selection;
    private final AskSelectors asking;
    private final SelectionSettings settings;
    private final Looks looks;
    private final Candidates candidates;
    private final ObserveLookups observer;
    private final Map<Expression, Mono<KeySet>> wholes = new ConcurrentHashMap<>();

    /** What lookups find. */
    @FunctionalInterface
    interface ObserveLookups {

        ObserveLookups NONE = (_, _, _) -> {};

        /** So many of so many keys match. */
        void matched(Leaf leaf, int of, int matching);
    }

    FindMatches(
            EntitySelection selection,
            AskSelectors asking,
            SelectionSettings settings,
            Looks looks,
            Candidates candidates,
            ObserveLookups observer) {
        this.observer = observer;
        this.candidates = candidates;
        this.selection = selection;
        this.asking = asking;
        this.settings = settings;
        this.looks = looks;
    }

    /** Nothing but these can be on the page. */
    void narrowed(KeySet all) {
        candidates.are(all, Set.of());
    }

    /** Of all that the caller may see. */
    Mono<KeySet> matches(Expression expression) {
        return wholes.computeIfAbsent(
                expression, key -> Mono.defer(() -> found(key)).cache());
    }

    private Mono<KeySet> found(Expression expression) {
        return switch (expression) {
            case Everything _ -> everything();
            case Nothing _ -> Mono.just(KeySet.EMPTY);
            case Leaf leaf -> looks.known(leaf).map(Mono::just).orElseGet(() -> whole(leaf.selector(), leaf));
            case Not(Leaf leaf) -> matches(new Everything()).zipWith(matches(leaf), KeySet::without);
            case And(var parts) -> all(parts);
            case Or(var parts) -> together(parts.stream().map(this::matches).toList(), KeySet::or);
        };
    }

    /** Of these, of which alone a page is to be made. */
    Mono<KeySet> matches(Expression expression, KeySet within) {
        return Mono.defer(() -> {
            candidates.are(within, askedWithin(List.of(expression), within));
            return among(expression, within, true);
        });
    }

    /** @param needed whether nothing but what is found here can be on the page */
    private Mono<KeySet> among(Expression expression, KeySet within, boolean needed) {
        if (within.isEmpty()) {
            return Mono.just(KeySet.EMPTY);
        }
        return switch (expression) {
            case Everything _ -> Mono.just(within);
            case Nothing _ -> Mono.just(KeySet.EMPTY);
            case Leaf leaf -> leaf(leaf, within, needed);
            case Not(Leaf leaf) -> leaf(leaf, within, false).map(within::without);
            case And(var parts) ->
                together(parts.stream().map(part -> among(part, within, needed)).toList(), KeySet::and);
            case Or(var parts) ->
                together(parts.stream().map(part -> among(part, within, false)).toList(), KeySet::or);
        };
    }

    private Mono<KeySet> leaf(Leaf leaf, KeySet within, boolean needed) {
        if (!isAskedWithin(leaf, within)) {
            return matches(leaf).map(within::and);
        }
        SelectorRequest request = SelectorRequest.of(leaf.selector(), Set.of(Want.KEYS), within.size())
                .filtered(leaf.filter())
                .within(within);
        return asking.askAll(candidates.along(request, needed))
                .doOnNext(found -> observer.matched(leaf, within.size(), found.size()));
    }

    private boolean isAskedWithin(Leaf leaf, KeySet within) {
        return looks.known(leaf).isEmpty()
                && within.size() <= settings.maxWithin()
                && looks.isLookingUpCheaper(within.size(), leaf);
    }

    private Set<SubgraphName> askedWithin(List<Expression> parts, KeySet within) {
        Set<SubgraphName> asked = new HashSet<>();
        for (Expression part : parts) {
            switch (part) {
                case Everything _, Nothing _ -> {}
                case Leaf leaf
                when isAskedWithin(leaf, within) -> asked.add(leaf.selector().subgraph());
                case Leaf _ -> {}
                case Not(Leaf leaf) -> asked.addAll(askedWithin(List.of(leaf), within));
                case And(var below) -> asked.addAll(askedWithin(below, within));
                case Or(var below) -> asked.addAll(askedWithin(below, within));
            }
        }
        return asked;
    }

    private Mono<KeySet> whole(Selector selector, Leaf leaf) {
        return asking.askAll(
                SelectorRequest.of(selector, Set.of(Want.KEYS), ALL).filtered(leaf.filter()));
    }

    /** Whoever knows all of them says so; else they are those that anybody knows. */
    private Mono<KeySet> everything() {
        List<Selector> asked = selection.selectors().stream()
                .filter(Selector::all)
                .findFirst()
                .map(List::of)
                .orElse(selection.selectors());
        return together(
                asked.stream()
                        .map(selector -> asking.askAll(SelectorRequest.of(selector, Set.of(Want.KEYS), ALL)))
                        .toList(),
                KeySet::or);
    }

    private Mono<KeySet> all(List<Expression> parts) {
        List<KeySet> known = new ArrayList<>();
        List<Expression> unknown = new ArrayList<>();
        for (Expression part : parts) {
            if (part instanceof Leaf leaf && looks.known(leaf).isPresent()) {
                known.add(looks.known(leaf).get());
            } else {
                unknown.add(part);
            }
        }
        if (!known.isEmpty()) {
            return narrow(known.stream().reduce(KeySet::and).orElse(KeySet.EMPTY), unknown);
        }
        List<Expression> positive =
                unknown.stream().filter(part -> !(part instanceof Not)).toList();
        List<Expression> begun = positive.isEmpty() ? List.of(new Everything()) : positive;
        Expression smallest =
                begun.stream().min(Comparator.comparingDouble(looks::about)).orElseThrow();
        if (positive.isEmpty() || isNarrowing(smallest, unknown)) {
            return matches(smallest)
                    .flatMap(found -> narrow(
                            found,
                            unknown.stream().filter(part -> part != smallest).toList()));
        }
        return together(positive.stream().map(this::matches).toList(), KeySet::and)
                .flatMap(found -> narrow(
                        found, unknown.stream().filter(Not.class::isInstance).toList()));
    }

    /** Whether it pays to wait for one part, so that others are asked within it only. */
    private boolean isNarrowing(Expression smallest, List<Expression> parts) {
        double about = looks.about(smallest);
        return about <= settings.maxWithin()
                && parts.stream()
                        .filter(part -> part != smallest)
                        .anyMatch(part -> looks.isLookingUpCheaper(about, part));
    }

    private Mono<KeySet> narrow(KeySet found, List<Expression> parts) {
        if (parts.isEmpty() || found.isEmpty()) {
            return Mono.just(found);
        }
        candidates.are(found, askedWithin(parts, found));
        return together(parts.stream().map(part -> among(part, found, true)).toList(), KeySet::and);
    }

    private static Mono<KeySet> together(List<Mono<KeySet>> sets, BinaryOperator<KeySet> join) {
        return Flux.merge(Flux.fromIterable(sets), 32).reduce(join);
    }
}
