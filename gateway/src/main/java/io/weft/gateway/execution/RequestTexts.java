package io.weft.gateway.execution;

import io.weft.gateway.execution.data.JsonOutput;
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
    private final Map<BitSet, byte[]> texts = new ConcurrentHashMap<>();

    RequestTexts(Fetch fetch) {
        this.fetch = fetch;
    }

    /**
     * Answers {@code {"query":"…"}, still without the closing brace.
     *
     * @param taking which of the fetch's calls take part; not to be changed afterwards
     */
    byte[] of(BitSet taking) {
        byte[] known = texts.get(taking);
        return known != null ? known : texts.computeIfAbsent(taking, this::write);
    }

    private byte[] write(BitSet taking) {
        List<Call> calls = new ArrayList<>();
        taking.stream().forEach(index -> calls.add(fetch.calls().get(index)));
        return new JsonOutput()
                .raw('{')
                .string("query")
                .raw(':')
                .string(fetch.document(calls))
                .toByteArray();
    }
}
