package io.weft.gateway.configuration;

import io.weft.gateway.stitching.StitchedService;
import io.weft.gateway.stitching.TypeMerging;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration says of stitched services.
 *
 * @param services    by the subgraph's name; only those of which something is said
 * @param typeMerging how their definitions of types become one
 */
public record StitchingSettings(Map<String, StitchedService> services, TypeMerging typeMerging) {

    /** Nothing is said. */
    public static final StitchingSettings NONE = new StitchingSettings(Map.of(), TypeMerging.USUAL);

    public StitchingSettings {
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }

    public Optional<StitchedService> of(String subgraph) {
        return Optional.ofNullable(services.get(subgraph));
    }
}
