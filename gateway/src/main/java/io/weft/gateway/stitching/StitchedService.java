package io.weft.gateway.stitching;

import io.weft.gateway.supergraph.Batching;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How the types of a service that knows nothing of federation are merged with those of other services.
 *
 * @param merge        by type's name: what is configured. The service's SDL may say more, by directives
 * @param inaccessible what is hidden from clients, {@code Type} or {@code Type.field}, though plans may use it; with
 *                     where that is said
 * @param directives   what the directives are called in the service's SDL
 * @param batching     how much the service takes in one request
 */
public record StitchedService(
        Map<String, MergedType> merge, Map<String, Place> inaccessible, DirectiveNames directives, Batching batching) {

    /** Nothing is configured: what there is stands in the SDL. */
    public static final StitchedService PLAIN =
            new StitchedService(Map.of(), Map.of(), DirectiveNames.USUAL, Batching.USUAL);

    public StitchedService {
        merge = Collections.unmodifiableMap(new LinkedHashMap<>(merge));
        inaccessible = Collections.unmodifiableMap(new LinkedHashMap<>(inaccessible));
        Objects.requireNonNull(directives);
        Objects.requireNonNull(batching);
    }
}
