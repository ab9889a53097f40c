package io.weft.gateway.execution;

import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.supergraph.Lookup.RootField.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes what a call has found to the objects it was asked for. What is nobody's for certain goes to nobody. */
final class MergeFound {

    private final CompiledCall.Keyed call;
    private final KeyBatch batch;
    private final Range range;
    private final @Nullable DataNode value;
    private final Consumer<ObjectNode> missing;
    private final List<ObjectNode> mistaken = new ArrayList<>();

    /** @param missing takes the objects that were not found */
    MergeFound(CompiledCall.Keyed call, KeyBatch batch, Range range, ObjectNode answer, Consumer<ObjectNode> missing) {
        this.missing = missing;
        this.call = call;
        this.batch = batch;
        this.range = range;
        DataNode value = answer.get(call.answered());
        this.value = switch (call) {
            case CompiledCall.Entities entities -> value;
            case CompiledCall.ByField byField when byField.call().isPerKey() -> value;
            case CompiledCall.ByField byField -> below(value, byField.below());
        };
    }

    /** Whether there is a list, be it of nulls, and not nothing at all. */
    boolean hasList() {
        return value instanceof ListNode;
    }

    /** @return what is wrong with the answer */
    Optional<String> merge(boolean hasErrors) {
        return switch (call) {
            case CompiledCall.Entities entities -> entities(hasErrors);
            case CompiledCall.ByField byField ->
                switch (byField.call().lookup().answer()) {
                    case Answer.One() -> onePerKey(byField, hasErrors);
                    case Answer.Positional() -> positional(hasErrors);
                    case Answer.Matched ignored -> matched(byField, hasErrors);
                };
        };
    }

    private Optional<String> entities(boolean hasErrors) {
        if (!(value instanceof ListNode list)) {
            boolean nothing = value == null || value == DataNode.Null.NULL;
            return nothing && hasErrors ? Optional.empty() : Optional.of(name() + " is not a list");
        }
        if (list.size() != range.size()) {
            return Optional.of("asked for " + range.size() + " entities, it answered " + list.size() + " in " + name());
        }
        return inOrder(list);
    }

    private Optional<String> onePerKey(CompiledCall.ByField byField, boolean hasErrors) {
        List<DataNode> found = new ArrayList<>();
        if (value instanceof ListNode list) {
            for (int i = 0; i < list.size(); i++) {
                DataNode below = below(list.get(i), byField.below());
                found.add(below == null ? DataNode.Null.NULL : below);
            }
        }
        if (found.size() < range.size() && !hasErrors) {
            return Optional.of("it lacks \"" + call.call().responseKey() + found.size() + "\"");
        }
        while (found.size() < range.size()) {
            found.add(DataNode.Null.NULL);
        }
        return inOrder(ListNode.of(found));
    }

    /** No list at all means that nothing was found. */
    private Optional<String> positional(boolean hasErrors) {
        if (!(value instanceof ListNode list)) {
            return noList(hasErrors);
        }
        return list.size() < range.size()
                ? Optional.of("asked for " + range.size() + " objects, it answered " + list.size() + " in " + name()
                        + ", and nothing says which of them are missing")
                : inOrder(list);
    }

    private Optional<String> matched(CompiledCall.ByField byField, boolean hasErrors) {
        if (!(value instanceof ListNode list)) {
            return noList(hasErrors);
        }
        Map<List<String>, Integer> elements = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode object) {
                List<String> repeated = byField.repeated().read(object);
                if (repeated != null) {
                    elements.putIfAbsent(repeated, i);
                }
            } else if (!KeyBatch.isObject(list.get(i))) {
                return Optional.of(somethingElse(i));
            }
        }
        List<@Nullable List<String>> wanted = batch.identities(byField.keys(), range);
        merge(list, key -> elements.getOrDefault(wanted.get(key), -1));
        return Optional.empty();
    }

    private Optional<String> noList(boolean hasErrors) {
        if (value == DataNode.Null.NULL || value == null && hasErrors) {
            return Optional.empty();
        }
        return Optional.of(value == null ? "it lacks " + name() : name() + " is not a list");
    }

    private Optional<String> inOrder(ListNode list) {
        for (int i = 0; i < range.size(); i++) {
            if (!KeyBatch.isObject(list.get(i))) {
                return Optional.of(somethingElse(i));
            }
        }
        merge(list, key -> key);
        return Optional.empty();
    }

    private void merge(ListNode list, IntUnaryOperator elementOf) {
        mistaken.addAll(batch.merge(
                list,
                range,
                elementOf,
                (object, found) -> switch (call) {
                    case CompiledCall.Entities entities -> true;
                    case CompiledCall.ByField byField -> ArgumentsWriter.isLike(byField.keys(), object, found);
                },
                missing));
    }

    /** The objects for which one of another type was found. */
    List<ObjectNode> mistaken() {
        return mistaken;
    }

    private String somethingElse(int index) {
        return name() + " has something other than an object at " + index;
    }

    private String name() {
        return '"' + call.call().responseKey() + '"';
    }

    private static @Nullable DataNode below(@Nullable DataNode value, int[] slots) {
        DataNode at = value;
        for (int slot : slots) {
            at = at instanceof ObjectNode object ? object.get(slot) : at;
        }
        return at;
    }
}
