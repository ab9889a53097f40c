package io.weft.gateway.execution;

import io.weft.gateway.supergraph.Batching;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Distributes what a fetch asks over requests, as many as the subgraph's {@link Batching} wants. */
final class SplitKeys {

    private final FetchRun run;
    private final Batching batching;
    private final List<Draft> drafts = new ArrayList<>();

    private static final class Draft {
        final @Nullable Range[] ranges;
        int lookups;

        Draft(int calls) {
            ranges = new Range[calls];
        }
    }

    private SplitKeys(FetchRun run) {
        this.run = run;
        this.batching = run.fetch().batching();
    }

    /** The first has all root fields. */
    static List<RequestRun> requests(FetchRun run) {
        return new SplitKeys(run).split();
    }

    private List<RequestRun> split() {
        for (int call = run.taking().nextSetBit(0);
                call >= 0;
                call = run.taking().nextSetBit(call + 1)) {
            switch (run.fetch().calls().get(call)) {
                case CompiledCall.Root root -> draft(0).ranges[call] = new Range(0, 1);
                case CompiledCall.ByField byField when byField.call().isPerKey() -> onePerKey(call);
                case CompiledCall.Keyed keyed -> lists(call);
            }
        }
        return drafts.stream().map(draft -> new RequestRun(run, draft.ranges)).toList();
    }

    private void onePerKey(int call) {
        int keys = run.batch(call).size();
        int from = 0;
        for (int at = 0; from < keys; at++) {
            Draft draft = draft(at);
            int count = Math.min(keys - from, batching.lookupsPerRequest() - draft.lookups);
            if (count > 0) {
                draft.ranges[call] = new Range(from, from + count);
                draft.lookups += count;
                from += count;
            }
        }
    }

    private void lists(int call) {
        int keys = run.batch(call).size();
        int from = 0;
        for (int at = 0; from < keys; at++) {
            Draft draft = draft(at);
            if (draft.lookups < batching.lookupsPerRequest()) {
                int count = Math.min(keys - from, batching.keysPerCall());
                draft.ranges[call] = new Range(from, from + count);
                draft.lookups++;
                from += count;
            }
        }
    }

    private Draft draft(int index) {
        if (index == drafts.size()) {
            drafts.add(new Draft(run.fetch().calls().size()));
        }
        return drafts.get(index);
    }
}
