package io.weft.gateway.selection;

import io.weft.gateway.selection.Expression.And;
import io.weft.gateway.selection.Expression.Everything;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.Expression.Or;
import java.util.Optional;

/** Which way to a page is the cheapest, by what is known of the filter's parts. */
final class ChooseStrategy {

    private final SelectionSettings settings;
    private final Looks looks;
    private final Expression filter;
    private final InOrder order;
    private final Optional<Driver> driver;
    private final int wanted;

    ChooseStrategy(SelectionSettings settings, Looks looks, Expression filter, InOrder order, Optional<Driver> driver) {
        this.settings = settings;
        this.looks = looks;
        this.filter = filter;
        this.order = order;
        this.driver = driver;
        this.wanted = order.page().size() + 1;
    }

    /** Among those that do without knowing all that match. */
    Strategy cheapest() {
        Expression checked = driver.map(Driver::rest).orElse(filter);
        double share = looks.share(checked);
        double lookedAt = share <= 0 ? Double.MAX_VALUE : wanted / share;
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

    /** Whether entities can be told in order before all that match are known. */
    boolean canStream() {
        return !order.isAmongStrangers() && !order.isRelative() && driver.isPresent();
    }

    /** Whether a page is streamed though nothing is known of what its teller filters by itself. */
    boolean isStreamedAnyway() {
        return canStream()
                && driver.map(Driver::rest).filter(looks::hasAll).isPresent()
                && cheapest() == Strategy.STREAM;
    }

    /** Whether a page of so many is found sooner by picking them out of all in order than by putting them in order. */
    boolean isPickedOutOf(double all) {
        double share = Math.clamp(all / Math.max(told(), 1), 1e-9, 1);
        return order.orderingSelector().isPresent()
                && !order.isRelative()
                && !isCompared(all, wanted / share)
                && (all > settings.maxWithin() || all * Cost.SORTED > wanted / share * Cost.TOLD + Cost.CALL);
    }

    /** About how many the driver tells in all. */
    double told() {
        return driver.flatMap(Driver::leaf).map(looks::about).orElse(looks.universe());
    }

    /** Whether the driver can check its own part of the filter in the same call, as it has only few to check. */
    boolean isOrderedAmongOthers() {
        Optional<Leaf> own = driver.flatMap(Driver::leaf);
        if (own.isEmpty() || order.orderingSelector().isEmpty() || order.isAmongStrangers()) {
            return false;
        }
        Expression others = driver.get().rest();
        return !(others instanceof Everything)
                && looks.known(own.get()).isEmpty()
                && looks.about(others) <= settings.maxWithin()
                && looks.isLookingUpCheaper(looks.about(others), own.get());
    }

    /** The deeper one looks into an approximate order, the more is missing. */
    private boolean isCompared(double all, double lookedAt) {
        return order.isApproximate() && lookedAt > Cost.SHALLOW && all <= Cost.COMPARED;
    }

    private static int leaves(Expression expression) {
        return switch (expression) {
            case And(var parts) ->
                parts.stream().mapToInt(ChooseStrategy::leaves).sum();
            case Or(var parts) ->
                parts.stream().mapToInt(ChooseStrategy::leaves).sum();
            case Leaf _, Everything _, Expression.Not _, Expression.Nothing _ -> 1;
        };
    }
}
