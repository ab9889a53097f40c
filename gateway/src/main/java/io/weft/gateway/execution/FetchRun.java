package io.weft.gateway.execution;

import io.weft.gateway.execution.data.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fetch on its way: the calls that take part and the objects they look up. */
final class FetchRun {

    private final CompiledFetch fetch;
    private final BitSet taking = new BitSet();
    private final @Nullable KeyBatch[] batches;
    private final List<RequestRun> requests;
    private int unanswered;

    private FetchRun(CompiledFetch fetch, ObjectNode root, Variables variables) {
        this.fetch = fetch;
        this.batches = new KeyBatch[fetch.calls().size()];
        if (fetch.fetch().when().holds(variables::isTrue)) {
            for (int i = 0; i < batches.length; i++) {
                CompiledCall call = fetch.calls().get(i);
                if (call.call().when().holds(variables::isTrue) && takes(i, call, root)) {
                    taking.set(i);
                }
            }
        }
        this.requests = SplitKeys.requests(this);
        this.unanswered = requests.size();
    }

    static FetchRun gather(CompiledFetch fetch, ObjectNode root, Variables variables) {
        return new FetchRun(fetch, root, variables);
    }

    private boolean takes(int index, CompiledCall call, ObjectNode root) {
        return switch (call) {
            case CompiledCall.Root rootCall ->
                rootCall.targets().isEmpty()
                        || !RequestRun.objects(rootCall.targets(), root).isEmpty();
            case CompiledCall.Keyed keyed -> {
                KeyBatch batch = KeyBatch.gather(keyed, root);
                batches[index] = batch;
                yield batch.size() > 0;
            }
        };
    }

    CompiledFetch fetch() {
        return fetch;
    }

    /** The calls that have something to ask. */
    BitSet taking() {
        return taking;
    }

    /** What is sent, side by side; nothing where there is nothing to ask. */
    List<RequestRun> requests() {
        return requests;
    }

    /** Whether keys were too many for one request. */
    boolean isSplit() {
        return requests.size() > 1;
    }

    /** To be called for each request that has been answered; whether it was the last. */
    boolean isLastAnswer() {
        return --unanswered == 0;
    }

    /** The objects of a call that looks up objects and whose conditions hold. */
    KeyBatch batch(int call) {
        return java.util.Objects.requireNonNull(batches[call]);
    }

    /** An object that should have been looked up but cannot be. */
    record Unfit(CompiledCall.Keyed call, KeyBatch.Unfit object) {}

    List<Unfit> unfit() {
        List<Unfit> all = new ArrayList<>();
        for (int i = 0; i < batches.length; i++) {
            KeyBatch batch = batches[i];
            if (batch != null && fetch.calls().get(i) instanceof CompiledCall.Keyed call) {
                batch.unfit().forEach(object -> all.add(new Unfit(call, object)));
            }
        }
        return all;
    }
}
