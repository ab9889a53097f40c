package io.weft.gateway.security;

import io.weft.contracts.HeaderNames;
import io.weft.contracts.Principal;
import io.weft.gateway.execution.SubgraphHeaders;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.HashMap;
import java.util.Map;

/**
 * What one request's caller makes subgraphs be sent.
 *
 * @param trust      signs
 * @param principal  who asks
 * @param requestId  of the client's request
 * @param propagated headers of the client's request that go on to subgraphs, by name
 * @param tracing    headers that say which trace the request belongs to
 */
public record CallerHeaders(
        SubgraphTrust trust,
        Principal principal,
        String requestId,
        Map<String, String> propagated,
        Map<String, String> tracing)
        implements SubgraphHeaders {

    public CallerHeaders {
        propagated = Map.copyOf(propagated);
        tracing = Map.copyOf(tracing);
    }

    private record Caller(Principal principal, Map<String, String> propagated) {}

    @Override
    public Map<String, String> of(SubgraphName subgraph) {
        Map<String, String> headers = new HashMap<>(propagated);
        headers.putAll(tracing);
        headers.put(HeaderNames.REQUEST_ID, requestId);
        headers.putAll(trust.headers(principal, subgraph));
        return headers;
    }

    @Override
    public Object caller() {
        return new Caller(principal, propagated);
    }
}
