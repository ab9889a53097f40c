package io.weft.gateway.selection;

import io.weft.gateway.selection.Expression.And;
import io.weft.gateway.selection.Expression.Everything;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.Expression.Not;
import io.weft.gateway.selection.Expression.Nothing;
import io.weft.gateway.selection.Expression.Or;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client's filter in, an {@link Expression} out: {@code not} is pushed down to single subgraphs, and what one subgraph
 * can answer at once becomes one leaf.
 */
final class ReadFilter {

    private final EntitySelection selection;
    private final int maxDepth;

    ReadFilter(EntitySelection selection, int maxDepth) {
        this.selection = selection;
        this.maxDepth = maxDepth;
    }

    /** @param filter as coerced; null where there is none */
    Expression read(@Nullable Object filter) {
        return read(filter, false, 1);
    }

    private Expression read(@Nullable Object filter, boolean negated, int depth) {
        if (!(filter instanceof Map<?, ?> fields)) {
            return negated ? new Nothing() : new Everything();
        }
        if (depth > maxDepth) {
            throw SelectionFailure.input("filter: is nested deeper than " + maxDepth + " levels");
        }
        Map<Selector, Map<String, @Nullable Object>> leaves = new LinkedHashMap<>();
        List<Expression> parts = new ArrayList<>();
        fields.forEach((name, value) -> {
            switch (String.valueOf(name)) {
                case "and" -> parts.add(join(!negated, list(value, negated, depth)));
                case "or" ->
                    parts.add(value == null ? read(null, negated, depth) : join(negated, list(value, negated, depth)));
                case "not" -> parts.add(value == null ? read(null, negated, depth) : read(value, !negated, depth + 1));
                default -> {
                    Selector selector = selector(String.valueOf(name));
                    Selector.Part part = selector.filter().orElseThrow().part();
                    Map<String, @Nullable Object> leaf = leaves.computeIfAbsent(selector, key -> new LinkedHashMap<>());
                    if (!part.within()) {
                        leaf.put(String.valueOf(name), value);
                    } else if (value instanceof Map<?, ?> own) {
                        own.forEach((key, of) -> leaf.put(String.valueOf(key), of));
                    }
                }
            }
        });
        leaves.forEach(
                (selector, leaf) -> parts.add(negated ? not(new Leaf(selector, leaf)) : new Leaf(selector, leaf)));
        return join(!negated, parts);
    }

    private List<Expression> list(@Nullable Object value, boolean negated, int depth) {
        List<Expression> parts = new ArrayList<>();
        if (value instanceof List<?> entries) {
            entries.forEach(entry -> parts.add(read(entry, negated, depth + 1)));
        }
        return parts;
    }

    private Selector selector(String field) {
        return selection.selectors().stream()
                .filter(selector -> selector.filter()
                        .filter(filter -> filter.part().fields().contains(field))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody filters by " + field));
    }

    private static Expression not(Leaf leaf) {
        return leaf.selector().all() && understands(leaf.selector(), "not")
                ? new Leaf(leaf.selector(), nullable("not", leaf.filter()))
                : new Not(leaf);
    }

    private static boolean understands(Selector selector, String connective) {
        return selector.filter()
                .filter(filter -> filter.connectives().contains(connective))
                .isPresent();
    }

    private static Map<String, @Nullable Object> nullable(String key, Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    /** @param all whether all must hold, or one of them */
    private static Expression join(boolean all, List<Expression> parts) {
        List<Expression> flat = new ArrayList<>();
        for (Expression part : parts) {
            switch (part) {
                case And(List<Expression> inner) when all -> flat.addAll(inner);
                case Or(List<Expression> inner) when !all -> flat.addAll(inner);
                case Everything everything when all -> {}
                case Nothing nothing when !all -> {}
                case Everything everything -> {
                    return everything;
                }
                case Nothing nothing -> {
                    return nothing;
                }
                case Leaf _, Not _, And _, Or _ -> flat.add(part);
            }
        }
        List<Expression> merged = mergeLeaves(all ? "and" : "or", flat);
        return switch (merged.size()) {
            case 0 -> all ? new Everything() : new Nothing();
            case 1 -> merged.getFirst();
            default -> all ? new And(merged) : new Or(merged);
        };
    }

    /** What one subgraph answers at once becomes one leaf. */
    private static List<Expression> mergeLeaves(String connective, List<Expression> parts) {
        Map<Selector, List<Map<String, @Nullable Object>>> bySelector = new LinkedHashMap<>();
        List<Expression> merged = new ArrayList<>();
        for (Expression part : parts) {
            if (part instanceof Leaf(Selector selector, var filter) && understands(selector, connective)) {
                bySelector.computeIfAbsent(selector, key -> new ArrayList<>()).add(filter);
            } else {
                merged.add(part);
            }
        }
        UnaryOperator<List<Map<String, @Nullable Object>>> copy = List::copyOf;
        bySelector.forEach((selector, filters) -> merged.add(new Leaf(
                selector, filters.size() == 1 ? filters.getFirst() : nullable(connective, copy.apply(filters)))));
        return merged;
    }
}
