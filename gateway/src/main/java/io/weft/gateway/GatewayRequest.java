package io.weft.gateway;

import io.weft.contracts.Principal;
import io.weft.gateway.execution.SubgraphHeaders;
import io.weft.gateway.operation.OperationKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client's request, however it arrived.
 *
 * @param id            travels everywhere and into logs
 * @param document      GraphQL
 * @param operationName which operation of the document; needed only where it has several
 * @param variables     as JSON: null, Boolean, Number, String, List or Map
 * @param permitted     kinds of operations this transport may ask for; a GET never mutates
 * @param principal     who is calling
 * @param headers       what subgraphs are sent along
 */
public record GatewayRequest(
        String id,
        String document,
        Optional<String> operationName,
        Map<String, @Nullable Object> variables,
        Set<OperationKind> permitted,
        Principal principal,
        SubgraphHeaders headers) {

    public GatewayRequest {
        Objects.requireNonNull(id);
        Objects.requireNonNull(document);
        Objects.requireNonNull(operationName);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        permitted = Set.copyOf(permitted);
        Objects.requireNonNull(principal);
        Objects.requireNonNull(headers);
    }
}
