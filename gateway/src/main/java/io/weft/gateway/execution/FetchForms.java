package io.weft.gateway.execution;

import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.Fetch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A fetch in forms other than the planned one: divided into parts where an object lacks something, with calls that stand
 * several times where objects are below different values.
 */
final class FetchForms {

    /** More are made, but not kept: how many values there are depends on data. */
    private static final int KEPT = 64;

    private final Fetch planned;
    private final Function<Fetch, CompiledFetch> compile;
    private final Map<List<Asked>, CompiledFetch> forms = new ConcurrentHashMap<>();

    FetchForms(Fetch planned, Function<Fetch, CompiledFetch> compile) {
        this.planned = planned;
        this.compile = compile;
    }

    /**
     * A call of the planned fetch, or a part of it.
     *
     * @param call its place in the fetch
     * @param part the part's place in the call; {@value #WHOLE} for the whole
     */
    record Asked(int call, int part) {
        static final int WHOLE = -1;

        boolean isWhole() {
            return part == WHOLE;
        }
    }

    CompiledFetch of(List<Asked> asked) {
        CompiledFetch known = forms.get(asked);
        if (known != null) {
            return known;
        }
        CompiledFetch form = compile.apply(planned.asking(calls(asked)));
        if (forms.size() < KEPT) {
            forms.putIfAbsent(List.copyOf(asked), form);
        }
        return form;
    }

    private List<Call> calls(List<Asked> asked) {
        Map<Integer, Integer> occurrences = new HashMap<>();
        asked.forEach(each -> occurrences.merge(each.call(), 1, Integer::sum));
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Call> calls = new ArrayList<>();
        for (Asked each : asked) {
            calls.add(
                    switch (planned.calls().get(each.call())) {
                        case Call.Root root -> root;
                        case Call.Keyed keyed -> {
                            Call.Keyed call = each.isWhole()
                                    ? keyed.undivided()
                                    : keyed.only(keyed.parts().get(each.part()));
                            int number = numbers.merge(each.call(), 1, Integer::sum) - 1;
                            yield occurrences.getOrDefault(each.call(), 1) == 1 ? call : call.numbered(number);
                        }
                    });
        }
        return calls;
    }
}
