package io.weft.gateway.execution;

import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One fetch on its way: the calls that take part and the objects they look up. */
final class FetchRun {

    private final CompiledFetch fetch;
    private final BitSet taking = new BitSet();
    private final @Nullable EntityBatch[] batches;

    private FetchRun(CompiledFetch fetch) {
        this.fetch = fetch;
        this.batches = new EntityBatch[fetch.calls().size()];
    }

    /** Empty where there is nothing to ask. */
    static Optional<FetchRun> gather(CompiledFetch fetch, ObjectNode root, Variables variables) {
        if (!fetch.fetch().when().holds(variables::isTrue)) {
            return Optional.empty();
        }
        FetchRun run = new FetchRun(fetch);
        for (int i = 0; i < run.batches.length; i++) {
            CompiledCall call = fetch.calls().get(i);
            if (call.call().when().holds(variables::isTrue) && run.takes(i, call, root)) {
                run.taking.set(i);
            }
        }
        return run.taking.isEmpty() ? Optional.empty() : Optional.of(run);
    }

    private boolean takes(int index, CompiledCall call, ObjectNode root) {
        return switch (call) {
            case CompiledCall.Root rootCall ->
                rootCall.targets().isEmpty()
                        || !objects(rootCall.targets(), root).isEmpty();
            case CompiledCall.Entities entities -> {
                EntityBatch batch = EntityBatch.gather(entities, root);
                batches[index] = batch;
                yield !batch.isEmpty();
            }
        };
    }

    CompiledFetch fetch() {
        return fetch;
    }

    /** The request's body. */
    byte[] body(Variables variables) {
        JsonOutput out = new JsonOutput()
                .raw(fetch.requests().of(taking))
                .raw(',')
                .string("variables")
                .raw(":{".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        int empty = out.length();
        for (var variable : fetch.fetch().variables()) {
            if (variables.values().containsKey(variable.name())) {
                separate(out, empty)
                        .string(variable.name())
                        .raw(':')
                        .value(variables.values().get(variable.name()));
            }
        }
        for (int i = taking.nextSetBit(0); i >= 0; i = taking.nextSetBit(i + 1)) {
            EntityBatch batch = batches[i];
            if (batch != null && fetch.calls().get(i) instanceof CompiledCall.Entities entities) {
                separate(out, empty).string(entities.call().variable()).raw(':').raw(batch.json());
            }
        }
        return out.raw('}').raw('}').toByteArray();
    }

    private static JsonOutput separate(JsonOutput out, int empty) {
        return out.length() == empty ? out : out.raw(',');
    }

    /** Merges an answer into the tree; answers what is wrong with it. */
    List<String> merge(ObjectNode answer, ObjectNode root, boolean hasErrors) {
        List<String> problems = new ArrayList<>();
        for (int i = taking.nextSetBit(0); i >= 0; i = taking.nextSetBit(i + 1)) {
            switch (fetch.calls().get(i)) {
                case CompiledCall.Root(var call, var targets, int[] answered, int[] merged) -> {
                    if (targets.isEmpty()) {
                        merge(answer, answered, root, merged);
                    } else {
                        for (ObjectNode object : objects(targets, root)) {
                            merge((ObjectNode) answer.copy(), answered, object, merged);
                        }
                    }
                }
                case CompiledCall.Entities entities ->
                    merge(entities, answer.get(entities.answered()), batch(i), hasErrors)
                            .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static void merge(ObjectNode answer, int[] answered, ObjectNode into, int[] merged) {
        for (int field = 0; field < answered.length; field++) {
            DataNode value = answer.get(answered[field]);
            if (value != null) {
                into.merge(merged[field], value);
            }
        }
    }

    private static List<ObjectNode> objects(List<TargetPath> targets, ObjectNode root) {
        List<ObjectNode> objects = new ArrayList<>();
        targets.forEach(target -> target.forEach(root, objects::add));
        return objects;
    }

    private static Optional<String> merge(
            CompiledCall.Entities call, @Nullable DataNode value, EntityBatch batch, boolean hasErrors) {
        String key = call.call().responseKey();
        if (value instanceof ListNode list) {
            if (list.size() != batch.size()) {
                return Optional.of(
                        "asked for " + batch.size() + " entities, it answered " + list.size() + " in \"" + key + "\"");
            }
            for (int i = 0; i < list.size(); i++) {
                if (!EntityBatch.isEntity(list.get(i))) {
                    return Optional.of("\"" + key + "\" has something other than an object at " + i);
                }
            }
            batch.merge(list);
            return Optional.empty();
        }
        boolean nothing = value == null || value == DataNode.Null.NULL;
        return nothing && hasErrors ? Optional.empty() : Optional.of("\"" + key + "\" is not a list");
    }

    /** The objects an error at {@code responseKey} and {@code index} of the answer is about, and the targets they are at. */
    Optional<Looked> looked(String responseKey) {
        for (int i = taking.nextSetBit(0); i >= 0; i = taking.nextSetBit(i + 1)) {
            if (fetch.calls().get(i) instanceof CompiledCall.Entities entities
                    && entities.call().responseKey().equals(responseKey)) {
                return Optional.of(new Looked(entities.targets(), batch(i)));
            }
        }
        return Optional.empty();
    }

    /** Where the root stands that is asked; empty where it is the root itself. */
    List<TargetPath> targetsOfRoot() {
        return fetch.calls().stream()
                .filter(CompiledCall.Root.class::isInstance)
                .findFirst()
                .map(root -> ((CompiledCall.Root) root).targets())
                .orElse(List.of());
    }

    record Looked(List<TargetPath> targets, EntityBatch batch) {}

    private EntityBatch batch(int index) {
        return java.util.Objects.requireNonNull(batches[index]);
    }
}
