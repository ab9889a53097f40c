package io.weft.gateway.composition.subgraph;

import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A type that no field of a subgraph leads to is not a type of that subgraph. */
public final class RemoveUnreachable {

    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final ParsedSubgraph subgraph;
    private final Predicate<String> marked;
    private final Implementations implementations;
    private final Set<String> reached = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param marked types that are known to be of the subgraph */
    public RemoveUnreachable(ParsedSubgraph subgraph, Predicate<String> marked) {
        this.subgraph = subgraph;
        this.marked = marked;
        this.implementations = Implementations.of(subgraph.types());
    }

    public ParsedSubgraph remove() {
        for (String name : subgraph.types().keySet()) {
            if (ROOTS.contains(name) || marked.test(name)) {
                open(name);
            }
        }
        while (!open.isEmpty()) {
            follow(open.removeFirst());
        }
        Map<String, SchemaType> kept = new LinkedHashMap<>(subgraph.types());
        kept.keySet().retainAll(reached);
        return subgraph.withTypes(kept);
    }

    private void follow(String name) {
        implementations.of(name).forEach(this::open);
        if (subgraph.types().get(name) instanceof SchemaType.Composite composite) {
            composite.interfaces().forEach(this::open);
            for (SchemaField field : composite.fields().values()) {
                open(field.type().typeName());
                inputs(List.copyOf(field.arguments().values()));
            }
        } else if (subgraph.types().get(name) instanceof SchemaType.InputType input) {
            inputs(List.copyOf(input.fields().values()));
        }
    }

    private void inputs(List<SchemaInputValue> inputs) {
        inputs.forEach(input -> open(input.type().typeName()));
    }

    private void open(String name) {
        if (reached.add(name)) {
            open.addLast(name);
        }
    }
}
