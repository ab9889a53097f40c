package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.Expression.And;
import io.weft.gateway.selection.Expression.Everything;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.Expression.Or;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.Selector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** Finds a page of what matches: goes the way that was chosen, and changes course where the numbers turn out otherwise. */
final class FindPage {

    private final SelectionSettings settings;
    private final Looks looks;
    private final FindMatches matches;
    private final Expression filter;
    private final InOrder order;
    private final Optional<Driver> driver;
    private final ChooseStrategy choice;
    private final int wanted;

    FindPage(
            EntitySelection selection,
            SelectionSettings settings,
            Looks looks,
            FindMatches matches,
            Expression filter,
            InOrder order) {
        this.settings = settings;
        this.looks = looks;
        this.matches = matches;
        this.filter = filter;
        this.order = order;
        this.driver = Driver.of(selection, filter, order.orderingSelector(), looks);
        this.choice = new ChooseStrategy(settings, looks, filter, order, driver);
        this.wanted = order.page().size() + 1;
    }

    /**
     * The one subgraph that filters and orders by itself, with its part of the filter; empty where it takes several.
     */
    static Optional<Leaf> single(EntitySelection selection, Expression filter, Optional<Ordering> ordering) {
        Optional<Selector> orders = ordering.map(Ordering::selector);
        return switch (filter) {
            case Leaf leaf
            when orders.isEmpty()
                    || orders.get().equals(leaf.selector()) && leaf.selector().all() -> Optional.of(leaf);
            case Everything _ ->
                orders.or(() -> Driver.whoKnowsAll(selection))
                        .filter(Selector::all)
                        .map(selector -> new Leaf(selector, Map.of()));
            case Leaf _, And _, Or _, Expression.Not _, Expression.Nothing _ -> Optional.empty();
        };
    }

    /** @param allKnown whether all that match are to be known anyway */
    Mono<Found> find(boolean allKnown) {
        Strategy strategy = settings.strategy()
                .filter(forced -> forced != Strategy.SINGLE)
                .orElseGet(() -> allKnown ? Strategy.FULL : choice.cheapest());
        if (strategy == Strategy.STREAM && choice.canStream()) {
            return streamed();
        }
        if (allKnown && strategy == Strategy.FULL && choice.canStream() && choice.isPickedOutOf(looks.about(filter))) {
            return alongside(driver.orElseThrow());
        }
        if (strategy == Strategy.GATHER && !allKnown && choice.isOrderedAmongOthers()) {
            return amongOthers(driver.orElseThrow());
        }
        return whole(strategy == Strategy.STREAM ? Strategy.FULL : strategy);
    }

    /**
     * A page that is streamed by what one may guess of each part; empty where too little is known for that, where another way would be
     * cheaper, or where the guess was wrong.
     */
    Mono<Found> guessed() {
        if (!choice.isStreamedAnyway()) {
            return Mono.empty();
        }
        return stream(StreamPage.Patience.FOR_A_GUESS).flatMap(ended -> switch (ended) {
            case StreamPage.Ended.Full(Found found) -> Mono.just(found);
            case StreamPage.Ended.Exhausted(Found found) when !order.hasStrangers() -> Mono.just(found);
            case StreamPage.Ended.Exhausted _, StreamPage.Ended.GivenUp _ -> Mono.empty();
        });
    }

    private Mono<Found> streamed() {
        return stream(StreamPage.Patience.AS_SET).flatMap(ended -> switch (ended) {
            case StreamPage.Ended.Full(Found found) -> Mono.just(found);
            case StreamPage.Ended.Exhausted(Found found) when !order.hasStrangers() -> Mono.just(found);
            case StreamPage.Ended.Exhausted(Found found) ->
                matches.matches(filter).flatMap(all -> withStrangers(found, all));
            case StreamPage.Ended.GivenUp _ ->
                matches.matches(filter).flatMap(all -> new PageOfSet(order).find(all, Strategy.FULL));
        });
    }

    private Mono<StreamPage.Ended> stream(StreamPage.Patience patience) {
        Driver tells = driver.orElseThrow();
        StreamPage.Source source = new StreamPage.Source(
                tells.selector(),
                tells.leaf(),
                keys -> matches.matches(tells.rest(), keys),
                looks.share(tells.rest()),
                order.before(tells.selector(), tells.leaf()));
        return new StreamPage(order, source, patience, settings.maxLookedAt()).find();
    }

    private Mono<Found> whole(Strategy strategy) {
        return matches.matches(filter).flatMap(all -> within(all, strategy));
    }

    /** A large set is not put in order: its keys are picked out of all those in order. */
    private Mono<Found> within(KeySet all, Strategy strategy) {
        if (!choice.isPickedOutOf(all.size()) || order.orderingSelector().isEmpty() || order.isAmongStrangers()) {
            if (order.orderingSelector().isPresent()) {
                matches.narrowed(all);
            }
            return new PageOfSet(order).find(all, strategy);
        }
        Driver tells = driver.orElseThrow();
        return picked(
                tells,
                keys -> Mono.just(keys.and(all)),
                Math.min(1, all.size() / Math.max(choice.told(), 1)),
                Mono.just(all),
                strategy);
    }

    /** While the whole set is found, the first entries in order are told already. */
    private Mono<Found> alongside(Driver tells) {
        Mono<KeySet> all = matches.matches(filter);
        return Mono.zip(all, picked(tells, keys -> all.map(keys::and), looks.share(tells.rest()), all, Strategy.FULL))
                .map(Tuple2::getT2);
    }

    private Mono<Found> picked(
            Driver tells, Function<KeySet, Mono<KeySet>> test, double share, Mono<KeySet> all, Strategy strategy) {
        StreamPage.Source source =
                new StreamPage.Source(tells.selector(), tells.leaf(), test, share, ToldBefore.Before.NOTHING);
        return new StreamPage(order, source, StreamPage.Patience.AS_SET, settings.maxLookedAt())
                .find()
                .flatMap(ended -> switch (ended) {
                    case StreamPage.Ended.Full(Found found) -> Mono.just(found.by(strategy));
                    case StreamPage.Ended.Exhausted(Found found) ->
                        all.flatMap(known -> withStrangers(found.by(strategy), known));
                    case StreamPage.Ended.GivenUp _ -> all.flatMap(known -> new PageOfSet(order).find(known, strategy));
                });
    }

    private Mono<Found> amongOthers(Driver tells) {
        return matches.matches(tells.rest()).flatMap(others -> {
            if (others.isEmpty()) {
                return Mono.just(new Found(List.of(), Strategy.GATHER));
            }
            if (others.size() > settings.maxWithin()) {
                return whole(Strategy.FULL);
            }
            matches.narrowed(others);
            int size = Math.min(wanted, others.size());
            return order.next(tells.selector(), tells.leaf(), Optional.of(others), size, order.cursor())
                    .map(batch -> new Found(batch.entries(), Strategy.GATHER, batch.recall()))
                    .flatMap(found -> found.entries().size() < wanted && order.hasStrangers()
                            ? matches.matches(filter, others).flatMap(all -> withStrangers(found, all))
                            : Mono.just(found));
        });
    }

    private Mono<Found> withStrangers(Found found, KeySet all) {
        return order.page().backward()
                ? Mono.just(found)
                : order.strangers(all).map(rest -> found.and(order.byKey(rest, wanted), wanted));
    }
}
