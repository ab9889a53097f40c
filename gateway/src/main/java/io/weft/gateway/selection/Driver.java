package io.weft.gateway.selection;

import io.weft.gateway.selection.Expression.And;
import io.weft.gateway.selection.Expression.Everything;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.Selector;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who tells keys in order.
 *
 * @param leaf what its subgraph filters by itself
 * @param rest what is to be checked of what it tells
 */
record Driver(Selector selector, Optional<Leaf> leaf, Expression rest) {

    /** Empty where nobody can tell all that may match. */
    static Optional<Driver> of(EntitySelection selection, Expression filter, Optional<Selector> orders, Looks looks) {
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

    static Optional<Selector> whoKnowsAll(EntitySelection selection) {
        return selection.selectors().stream().filter(Selector::all).findFirst();
    }
}
