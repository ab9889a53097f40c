package io.weft.gateway.transport.http;

import io.weft.gateway.operation.OperationKind;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks over HTTP.
 *
 * @param document      GraphQL text; may be anything
 * @param operationName which operation of the document; needed where it has several
 * @param variables     JSON: null, Boolean, Number, String, List or Map each; decimals are BigDecimals
 * @param extensions    JSON likewise; nobody has to know them
 * @param permitted     what the HTTP method allows the operation to be: a GET never mutates
 */
public record GraphQlRequest(
        String document,
        Optional<String> operationName,
        Map<String, @Nullable Object> variables,
        Map<String, @Nullable Object> extensions,
        Set<OperationKind> permitted) {

    public GraphQlRequest {
        Objects.requireNonNull(document);
        Objects.requireNonNull(operationName);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        permitted = Set.copyOf(permitted);
    }

    /** For a client that takes no stream of answers. */
    GraphQlRequest withoutSubscriptions() {
        Set<OperationKind> single = new HashSet<>(permitted);
        single.remove(OperationKind.SUBSCRIPTION);
        return new GraphQlRequest(document, operationName, variables, extensions, single);
    }
}
