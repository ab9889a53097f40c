package io.weft.gateway.reload;

import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where a graph comes from. */
public sealed interface GraphSource {

    /**
     * A supergraph SDL that somebody else has composed.
     *
     * @param file read again when it changes
     * @param urls where subgraphs answer, for those that answer elsewhere than the SDL says
     */
    record SupergraphFile(Path file, Map<SubgraphName, URI> urls) implements GraphSource {
        public SupergraphFile {
            Objects.requireNonNull(file);
            urls = Map.copyOf(urls);
        }
    }

    /**
     * Subgraphs that are composed here.
     *
     * @param sources   in the order of preference
     * @param stitching what is said of stitched ones together, and of the gateway's own fields
     */
    record Subgraphs(List<SchemaSource> sources, StitchedGraph stitching) implements GraphSource {
        public Subgraphs {
            sources = List.copyOf(sources);
            Objects.requireNonNull(stitching);
        }
    }
}
