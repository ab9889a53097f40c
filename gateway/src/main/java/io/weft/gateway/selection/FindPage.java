package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.Expression.And;
import io.weft.gateway.selection.Expression.Everything;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.Expression.Or;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.Selector;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Finds a page of what matches: chooses how, and changes course where the numbers turn out otherwise. */
final class FindPage {

    private final EntitySelection selection;
    private final SelectionSettings settings;
    private final Looks looks;
    private final FindMatches matches;
    private final Expression filter;
    private final InOrder order;
    private final int wanted;

    FindPage(
            EntitySelection selection,
            SelectionSettings settings,
            Looks looks,
            FindMatches matches,
            Expression filter,
            InOrder order) {
        this.selection = selection;
        this.settings = settings;
        this.looks = looks;
        this.matches = matches;
        this.filter = filter;
        this.order = order;
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
                orders.or(() -> whoKnowsAll(selection))
                        .filter(Selector::all)
                        .map(selector -> new Leaf(selector, java.util.Map.of()));
            case Leaf _, And _, Or _, Expression.Not _, Expression.Nothing _ -> Optional.empty();
        };
    }

    private static Optional<Selector> whoKnowsAll(EntitySelection selection) {
        return selection.selectors().stream().filter(Selector::all).findFirst();
    }

    /** @param allKnown whether all that match are to be known anyway */
    Mono<Found> find(boolean allKnown) {
        Strategy strategy = settings.strategy()
                .filter(forced -> forced != Strategy.SINGLE)
                .orElseGet(() -> allKnown ? Strategy.FULL : cheapest());
        if (strategy == Strategy.STREAM && canStream()) {
            return stream();
        }
        if (allKnown && strategy == Strategy.FULL && canStream() && isPickedOutOf(looks.about(filter))) {
            return alongside();
        }
        if (strategy == Strategy.GATHER && !allKnown && isOrderedAmongOthers()) {
            return amongOthers(driver().orElseThrow());
        }
        return whole(strategy == Strategy.STREAM ? Strategy.FULL : strategy);
    }

    private Mono<Found> whole(Strategy strategy) {
        return matches.matches(filter).flatMap(all -> within(all, strategy));
    }

    private boolean canStream() {
        return !order.isAmongStrangers() && !order.isRelative() && driver().isPresent();
    }

    private Strategy cheapest() {
        Expression checked = driver().map(Driver::rest).orElse(filter);
        double lookedAt = lookedAt(checked);
        double streamed = lookedAt * (Cost.TOLD + Cost.LOOKED_UP * leaves(checked)) + 2 * Cost.CALL;
        double ordered = order.orderingSelector().isPresent()
                ? Math.min(looks.about(filter) * Cost.SORTED, lookedAt * Cost.TOLD) + Cost.CALL
                : 0;
        double whole = looks.cost(filter) + Cost.CALL + ordered;
        if (streamed < whole && lookedAt < settings.maxLookedAt() && !isCompared(looks.about(filter), lookedAt)) {
            return Strategy.STREAM;
        }
        return looks.about(filter) <= settings.maxWithin() ? Strategy.GATHER : Strategy.FULL;
    }

    /** About how many entries are told in order, of those that match the teller's own part of the filter, until the page is full. */
    private double lookedAt(Expression checked) {
        double share = looks.share(checked);
        return share <= 0 ? Double.MAX_VALUE : wanted / share;
    }

    /** The deeper one looks into an approximate order, the more is missing. */
    private boolean isCompared(double all, double lookedAt) {
        return order.isApproximate() && lookedAt > Cost.SHALLOW && all <= Cost.COMPARED;
    }

    private static int leaves(Expression expression) {
        return switch (expression) {
            case And(var parts) -> parts.stream().mapToInt(FindPage::leaves).sum();
            case Or(var parts) -> parts.stream().mapToInt(FindPage::leaves).sum();
            case Leaf _, Everything _, Expression.Not _, Expression.Nothing _ -> 1;
        };
    }

    /** A large set is not put in order: its keys are picked out of all those in order. */
    private Mono<Found> within(KeySet all, Strategy strategy) {
        Optional<Driver> driver = driver();
        double share = driver.flatMap(Driver::leaf)
                .map(looks::about)
                .map(about -> all.size() / Math.max(about, 1))
                .orElse(all.size() / Math.max(looks.universe(), 1));
        if (!isPickedOutOf(all.size()) || order.orderingSelector().isEmpty() || order.isAmongStrangers()) {
            return new PageOfSet(order).find(all, strategy);
        }
        StreamPage.Source source = new StreamPage.Source(
                driver.orElseThrow().selector(),
                driver.get().leaf(),
                keys -> Mono.just(keys.and(all)),
                Math.min(1, share));
        return new StreamPage(order, source, settings.maxLookedAt()).find().flatMap(ended -> switch (ended) {
            case StreamPage.Ended.Full(Found found) -> Mono.just(found.by(strategy));
            case StreamPage.Ended.Exhausted(Found found) -> withStrangers(found.by(strategy), all);
            case StreamPage.Ended.GivenUp _ -> new PageOfSet(order).find(all, strategy);
        });
    }

    private boolean isPickedOutOf(double all) {
        double about = driver().flatMap(Driver::leaf).map(looks::about).orElse(looks.universe());
        double share = Math.clamp(all / Math.max(about, 1), 1e-9, 1);
        return order.orderingSelector().isPresent()
                && !order.isRelative()
                && !isCompared(all, wanted / share)
                && (all > settings.maxWithin() || all * Cost.SORTED > wanted / share * Cost.TOLD + Cost.CALL);
    }

    /** Whether who tells the order can check its own part of the filter in the same call, as it has only few to check. */
    private boolean isOrderedAmongOthers() {
        Optional<Driver> driver = driver();
        Optional<Leaf> own = driver.flatMap(Driver::leaf);
        if (own.isEmpty() || order.orderingSelector().isEmpty() || order.isAmongStrangers()) {
            return false;
        }
        Expression others = driver.get().rest();
        return !(others instanceof Everything)
                && looks.known(own.get()).isEmpty()
                && looks.about(others) <= settings.maxWithin()
                && Cost.isLookingUpCheaper(looks.about(others), looks.about(own.get()));
    }

    private Mono<Found> amongOthers(Driver driver) {
        return matches.matches(driver.rest()).flatMap(others -> {
            if (others.isEmpty()) {
                return Mono.just(new Found(List.of(), Strategy.GATHER));
            }
            if (others.size() > settings.maxWithin()) {
                return whole(Strategy.FULL);
            }
            int size = Math.min(wanted, others.size());
            return order.next(driver.selector(), driver.leaf(), Optional.of(others), size, order.cursor())
                    .map(batch -> new Found(batch.entries(), Strategy.GATHER, batch.recall()))
                    .flatMap(found -> found.entries().size() < wanted && order.hasStrangers()
                            ? matches.matches(filter, others).flatMap(all -> withStrangers(found, all))
                            : Mono.just(found));
        });
    }

    /** While the whole set is found, the first entries in order are told already. */
    private Mono<Found> alongside() {
        Driver driver = driver().orElseThrow();
        Mono<KeySet> all = matches.matches(filter);
        StreamPage.Source source = new StreamPage.Source(
                driver.selector(), driver.leaf(), keys -> all.map(keys::and), looks.share(driver.rest()));
        return Mono.zip(all, new StreamPage(order, source, settings.maxLookedAt()).find())
                .flatMap(both -> switch (both.getT2()) {
                    case StreamPage.Ended.Full(Found found) -> Mono.just(found.by(Strategy.FULL));
                    case StreamPage.Ended.Exhausted(Found found) ->
                        withStrangers(found.by(Strategy.FULL), both.getT1());
                    case StreamPage.Ended.GivenUp _ -> new PageOfSet(order).find(both.getT1(), Strategy.FULL);
                });
    }

    private Mono<Found> stream() {
        Driver driver = driver().orElseThrow();
        StreamPage.Source source = new StreamPage.Source(
                driver.selector(),
                driver.leaf(),
                keys -> matches.matches(driver.rest(), keys),
                looks.share(driver.rest()));
        return new StreamPage(order, source, settings.maxLookedAt()).find().flatMap(ended -> switch (ended) {
            case StreamPage.Ended.Full(Found found) -> Mono.just(found);
            case StreamPage.Ended.Exhausted(Found found) when !order.hasStrangers() -> Mono.just(found);
            case StreamPage.Ended.Exhausted(Found found) ->
                matches.matches(filter).flatMap(all -> withStrangers(found, all));
            case StreamPage.Ended.GivenUp _ ->
                matches.matches(filter).flatMap(all -> new PageOfSet(order).find(all, Strategy.FULL));
        });
    }

    private Mono<Found> withStrangers(Found found, KeySet all) {
        return order.page().backward()
                ? Mono.just(found)
                : order.strangers(all).map(rest -> found.and(order.byKey(rest, wanted), wanted));
    }

    /**
     * Who tells keys in order.
     *
     * @param leaf what its subgraph filters by itself
     * @param rest what is to be checked of what it tells
     */
    private record Driver(Selector selector, Optional<Leaf> leaf, Expression rest) {}

    private Optional<Driver> driver() {
        Optional<Selector> orders = order.orderingSelector();
        List<Expression> parts = filter instanceof And(var all) ? all : List.of(filter);
        Optional<Leaf> leaf = parts.stream()
                .filter(Leaf.class::isInstance)
                .map(Leaf.class::cast)
                .filter(part -> orders.isEmpty() || orders.get().equals(part.selector()))
                .min(Comparator.comparingDouble(looks::about));
        List<Expression> rest = parts.stream()
                .filter(part -> !leaf.map(part::equals).orElse(false))
                .toList();
        Expression checked = switch (rest.size()) {
            case 0 -> new Everything();
            case 1 -> rest.getFirst();
            default -> new And(rest);
        };
        return orders.or(() -> leaf.map(Leaf::selector))
                .or(() -> whoKnowsAll(selection))
                .map(selector -> new Driver(selector, leaf, checked));
    }
}
