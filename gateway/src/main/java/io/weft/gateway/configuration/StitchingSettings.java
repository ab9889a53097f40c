package io.weft.gateway.configuration;

import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.stitching.StitchedService;
import io.weft.gateway.transform.Transform;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration says of stitched services, and of how subgraphs' schemas are changed.
 *
 * @param services   by the subgraph's name; only those of which something is said
 * @param graph      what is said of them together, and of the gateway's own fields
 * @param transforms by the subgraph's name, also of subgraphs that are not stitched
 */
public record StitchingSettings(
        Map<String, StitchedService> services, StitchedGraph graph, Map<String, List<Transform>> transforms) {

    /** Nothing is said. */
    public static final StitchingSettings NONE = new StitchingSettings(Map.of(), StitchedGraph.PLAIN, Map.of());

    public StitchingSettings {
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        transforms = Collections.unmodifiableMap(new LinkedHashMap<>(transforms));
    }

    /** Empty where none are configured. */
    public List<Transform> transforms(String subgraph) {
        return transforms.getOrDefault(subgraph, List.of());
    }

    public Optional<StitchedService> of(String subgraph) {
        return Optional.ofNullable(services.get(subgraph));
    }
}
