package io.weft.gateway;

import io.weft.contracts.Principal;
import io.weft.gateway.execution.SubgraphHeaders;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests for tests that give them to a gateway without HTTP. */
public final class Requests {

    private Requests() {}

    public static GatewayRequest anonymous(String document, Map<String, ? extends @Nullable Object> variables) {
        return of(document, variables, Principal.ANONYMOUS);
    }

    public static GatewayRequest of(
            String document, Map<String, ? extends @Nullable Object> variables, Principal caller) {
        return new GatewayRequest(
                "test",
                document,
                Optional.empty(),
                new LinkedHashMap<>(variables),
                Set.of(OperationKind.values()),
                caller,
                headers(caller));
    }

    private static SubgraphHeaders headers(Principal caller) {
        return new SubgraphHeaders() {
            @Override
            public Map<String, String> of(SubgraphName subgraph) {
                return Map.of();
            }

            @Override
            public Object caller() {
                return caller;
            }
        };
    }
}
