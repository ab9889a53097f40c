package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.Expression.And;
import io.weft.gateway.selection.Expression.Everything;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.Expression.Not;
import io.weft.gateway.selection.Expression.Nothing;
import io.weft.gateway.selection.Expression.Or;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a filter after a first look at each of its parts.
 *
 * @param leaves   by part
 * @param universe about how many entities there are
 */
record Looks(Map<Leaf, Look> leaves, double universe) {

    /**
     * @param keys  all that match; empty where they are more than was asked for
     * @param about how many match
     * @param micros how long the subgraph took to tell as much
     */
    record Look(Optional<KeySet> keys, double about, double micros) {

        static Look unseen(KnownEstimates.Estimate estimate) {
            return new Look(Optional.empty(), estimate.about(), estimate.micros());
        }
    }

    /** All that match the part, where the first look saw all. */
    Optional<KeySet> known(Leaf leaf) {
        return Optional.ofNullable(leaves.get(leaf)).flatMap(Look::keys);
    }

    /** Whether something is known of each part of it. */
    boolean hasAll(Expression expression) {
        return switch (expression) {
            case Everything _, Nothing _ -> true;
            case Leaf leaf -> leaves.containsKey(leaf);
            case Not(Leaf leaf) -> leaves.containsKey(leaf);
            case And(var parts) -> parts.stream().allMatch(this::hasAll);
            case Or(var parts) -> parts.stream().allMatch(this::hasAll);
        };
    }

    /** About how many match, taking the parts for independent of each other. */
    double about(Expression expression) {
        return switch (expression) {
            case Everything _ -> universe;
            case Nothing _ -> 0;
            case Leaf leaf -> leaves.containsKey(leaf) ? leaves.get(leaf).about() : universe;
            case Not(Leaf leaf) -> Math.max(0, universe - about(leaf));
            case And(var parts) ->
                universe * parts.stream().mapToDouble(this::share).reduce(1, (a, b) -> a * b);
            case Or(var parts) ->
                universe
                        * (1
                                - parts.stream()
                                        .mapToDouble(part -> 1 - share(part))
                                        .reduce(1, (a, b) -> a * b));
        };
    }

    /** Of all entities, 0 to 1. */
    double share(Expression expression) {
        return universe <= 0 ? 0 : Math.min(1, about(expression) / universe);
    }

    /** Not every filter is answered by an index: whoever took long to tell the first keys takes no less to tell all. */
    private double whole(Leaf leaf) {
        double found = leaves.containsKey(leaf) ? leaves.get(leaf).micros() - Cost.CALL : 0;
        return Math.max(about(leaf) * Cost.KEY, found);
    }

    /** Whether looking so many keys up costs less than asking for all that match. */
    boolean isLookingUpCheaper(double keys, Expression expression) {
        return keys * Cost.LOOKED_UP < cost(expression) + Cost.CALL;
    }

    /** About what it takes to know all that match. */
    double cost(Expression expression) {
        return switch (expression) {
            case Everything _ -> universe * Cost.KEY;
            case Nothing _ -> 0;
            case Leaf leaf -> known(leaf).isPresent() ? 0 : whole(leaf);
            case Not(Leaf leaf) -> universe * Cost.KEY + cost(leaf);
            case Or(var parts) -> parts.stream().mapToDouble(this::cost).sum();
            case And(var parts) -> {
                double smallest = parts.stream().mapToDouble(this::about).min().orElse(universe);
                boolean selective = parts.stream()
                        .anyMatch(
                                part -> part instanceof Leaf leaf && known(leaf).isPresent());
                double begin = parts.stream().mapToDouble(this::cost).min().orElse(universe);
                double whole = parts.stream().mapToDouble(this::cost).sum();
                yield Math.min(whole, (selective ? 0 : begin) + smallest * Cost.LOOKED_UP * (parts.size() - 1));
            }
        };
    }
}
