package io.weft.gateway.reload;

import io.weft.gateway.stitching.TypeMerging;
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
     * @param sources     in the order of preference
     * @param typeMerging how the definitions of stitched ones become one
     */
    record Subgraphs(List<SchemaSource> sources, TypeMerging typeMerging) implements GraphSource {
        public Subgraphs {
            sources = List.copyOf(sources);
            Objects.requireNonNull(typeMerging);
        }
    }
}
