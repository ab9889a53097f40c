package io.weft.gateway.selection;

import io.weft.gateway.supergraph.Selector;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter over several subgraphs, taken apart by who answers what. */
sealed interface Expression {

    /** No condition. */
    record Everything() implements Expression {}

    /** Matches nothing. */
    record Nothing() implements Expression {}

    /** @param filter as the selector's subgraph understands it */
    record Leaf(Selector selector, Map<String, @Nullable Object> filter) implements Expression {}

    /** @param parts at least two, none of them an {@link And}, {@link Everything} or {@link Nothing} */
    record And(List<Expression> parts) implements Expression {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** @param parts at least two, none of them an {@link Or}, {@link Everything} or {@link Nothing} */
    record Or(List<Expression> parts) implements Expression {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** What the leaf does not match of all that there is. */
    record Not(Leaf leaf) implements Expression {}
}
