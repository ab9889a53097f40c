package io.weft.gateway.application;

import io.weft.gateway.configuration.StitchingSettings;
import io.weft.gateway.reload.GraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * All that a configuration says of a graph.
 *
 * @param gateway   its settings
 * @param stitching what it says of stitched services, which only a file can say
 */
public record GraphSettings(GatewayProperties gateway, StitchingSettings stitching) {
    public GraphSettings {
        Objects.requireNonNull(gateway);
        Objects.requireNonNull(stitching);
    }

    static GraphSettings of(GatewayProperties gateway) {
        return new GraphSettings(gateway, StitchingSettings.NONE);
    }

    /**
     * @param folder that file names are relative to
     * @throws IllegalArgumentException where there is no graph
     */
    public GraphSource source(Path folder) {
        if (!gateway.hasGraph()) {
            throw new IllegalArgumentException(GatewayProperties.NO_GRAPH);
        }
        Path supergraph = gateway.supergraph();
        if (supergraph == null) {
            return new GraphSource.Subgraphs(
                    gateway.subgraphs().stream()
                            .map(subgraph -> subgraph.source(folder, stitching))
                            .toList(),
                    stitching.graph());
        }
        Map<SubgraphName, URI> urls = new HashMap<>();
        gateway.subgraphs()
                .forEach(subgraph -> subgraph.movedTo().ifPresent(url -> urls.put(subgraph.subgraph(), url)));
        gateway.subgraphUrls().forEach((name, url) -> urls.put(new SubgraphName(name), url));
        return new GraphSource.SupergraphFile(folder.resolve(supergraph), urls);
    }
}
