package io.weft.gateway.observability;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The {@code extensions.explain} of a response: the plan as text, and what each fetch and each selection took. */
public final class Explanation {

    private static final JsonMapper JSON = new JsonMapper();

    private Explanation() {}

    /**
     * How a request was answered.
     *
     * @param stages texts by their titles
     */
    public static Map<String, Object> of(Map<String, String> stages, RequestTrace trace) {
        List<Map<String, Object>> fetches = new ArrayList<>();
        for (RequestTrace.Fetch fetch : trace.fetches()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("subgraph", fetch.subgraph().value());
            told.put("begunAfterMicros", fetch.begun().toNanos() / 1000);
            told.put("durationMicros", fetch.duration().toNanos() / 1000);
            told.put("requestBytes", fetch.requestBytes());
            told.put("responseBytes", fetch.responseBytes());
            told.put("outcome", fetch.outcome());
            fetches.add(told);
        }
        Map<String, Object> explain = new LinkedHashMap<>(stages);
        explain.put("fetches", fetches);
        if (!trace.selections().isEmpty()) {
            explain.put("selections", trace.selections());
        }
        return explain;
    }

    /** @param body a response without extensions: a JSON object with at least one member */
    public static byte[] addedTo(byte[] body, Map<String, Object> told) {
        byte[] extensions = JSON.writeValueAsBytes(told);
        byte[] member = ",\"extensions\":".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[body.length + member.length + extensions.length];
        System.arraycopy(body, 0, whole, 0, body.length - 1);
        System.arraycopy(member, 0, whole, body.length - 1, member.length);
        System.arraycopy(extensions, 0, whole, body.length - 1 + member.length, extensions.length);
        whole[whole.length - 1] = '}';
        return whole;
    }
}
