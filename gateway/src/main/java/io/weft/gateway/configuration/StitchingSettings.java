package io.weft.gateway.configuration;

import io.weft.gateway.stitching.StitchedService;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration says of stitched services.
 *
 * @param services by the subgraph's name; only those of which something is said
 */
public record StitchingSettings(Map<String, StitchedService> services) {

    /** Nothing is said. */
    public static final StitchingSettings NONE = new StitchingSettings(Map.of());

    public StitchingSettings {
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }

    public Optional<StitchedService> of(String subgraph) {
        return Optional.ofNullable(services.get(subgraph));
    }
}
