package io.weft.gateway.execution;

import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.Fetch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The escaped texts of a fetch's request, one for each set of calls that took part so far. */
final class RequestTexts {

    private final Fetch fetch;
    private final Map<BitSet, EscapedText> texts = new ConcurrentHashMap<>();

    RequestTexts(Fetch fetch) {
        this.fetch = fetch;
    }

    /** @param taking which of the fetch's calls take part; not to be changed afterwards */
    EscapedText of(BitSet taking) {
        EscapedText known = texts.get(taking);
        return known != null ? known : texts.computeIfAbsent(taking, this::escape);
    }

    private EscapedText escape(BitSet taking) {
        List<Call> calls = new ArrayList<>();
        taking.stream().forEach(index -> calls.add(fetch.calls().get(index)));
        return EscapedText.of(fetch.text(calls), taking.stream().toArray());
    }
}
