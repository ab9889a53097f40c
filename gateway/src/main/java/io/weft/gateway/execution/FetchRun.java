package io.weft.gateway.execution;

import io.weft.gateway.execution.FetchForms.Asked;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One fetch on its way: the calls that take part and the objects they look up. */
final class FetchRun {

    private final CompiledFetch fetch;
    private final BitSet taking = new BitSet();
    private final @Nullable KeyBatch[] batches;
    private final List<GatherKeys.Unfit> unfit;
    private final List<RequestRun> requests;
    private int unanswered;

    private FetchRun(
            CompiledFetch fetch, List<Asked> asked, List<@Nullable KeyBatch> found, List<GatherKeys.Unfit> unfit) {
        boolean asPlanned = asked.stream().allMatch(Asked::isWhole)
                && asked.stream().map(Asked::call).distinct().count() == asked.size();
        this.fetch = asPlanned ? fetch : fetch.forms().of(asked);
        this.batches = new KeyBatch[this.fetch.calls().size()];
        for (int i = 0; i < asked.size(); i++) {
            int call = asPlanned ? asked.get(i).call() : i;
            taking.set(call);
            batches[call] = found.get(i);
        }
        this.unfit = unfit;
        this.requests = SplitKeys.requests(this);
        this.unanswered = requests.size();
    }

    static FetchRun gather(CompiledFetch fetch, ObjectNode root, Variables variables) {
        List<Asked> asked = new ArrayList<>();
        List<@Nullable KeyBatch> batches = new ArrayList<>();
        List<GatherKeys.Unfit> unfit = new ArrayList<>();
        if (fetch.fetch().when().holds(variables::isTrue)) {
            for (int i = 0; i < fetch.calls().size(); i++) {
                CompiledCall call = fetch.calls().get(i);
                if (!call.call().when().holds(variables::isTrue)) {
                    continue;
                }
                switch (call) {
                    case CompiledCall.Root rootCall -> {
                        if (isThere(rootCall, root)) {
                            asked.add(new Asked(i, Asked.WHOLE));
                            batches.add(null);
                        }
                    }
                    case CompiledCall.Keyed keyed -> {
                        GatherKeys keys = GatherKeys.of(keyed, root);
                        keys.forEach(i, (each, batch) -> {
                            asked.add(each);
                            batches.add(batch);
                        });
                        unfit.addAll(keys.unfit());
                    }
                }
            }
        }
        return new FetchRun(fetch, asked, batches, unfit);
    }

    /** The fetch's only call, for keys at hand. */
    static FetchRun of(CompiledFetch fetch, KeyBatch keys) {
        return new FetchRun(fetch, List.of(new Asked(0, Asked.WHOLE)), List.of(keys), List.of());
    }

    private static boolean isThere(CompiledCall.Root call, ObjectNode root) {
        return call.targets().isEmpty()
                || !RequestRun.objects(call.targets(), root).isEmpty();
    }

    /** In the form that fits what is asked. */
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
        return Objects.requireNonNull(batches[call]);
    }

    /** The objects that should have been looked up but cannot be. */
    List<GatherKeys.Unfit> unfit() {
        return unfit;
    }
}
