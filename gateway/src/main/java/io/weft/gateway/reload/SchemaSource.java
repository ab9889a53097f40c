package io.weft.gateway.reload;

import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/** Where a subgraph's schema comes from. */
public sealed interface SchemaSource {

    SubgraphName name();

    /** Where the subgraph answers. */
    URI url();

    /** Whether there is no graph without it. */
    boolean required();

    /** The subgraph itself tells it: {@code _service { sdl }}. */
    record Service(SubgraphName name, URI url, boolean required) implements SchemaSource {
        public Service {
            Objects.requireNonNull(name);
            Objects.requireNonNull(url);
        }
    }

    /** It stands in a file, which is read again when it changes. */
    record SdlFile(SubgraphName name, URI url, boolean required, Path file) implements SchemaSource {
        public SdlFile {
            Objects.requireNonNull(name);
            Objects.requireNonNull(url);
            Objects.requireNonNull(file);
        }
    }

    /** It stands in the configuration itself. */
    record Inline(SubgraphName name, URI url, boolean required, String sdl) implements SchemaSource {
        public Inline {
            Objects.requireNonNull(name);
            Objects.requireNonNull(url);
            Objects.requireNonNull(sdl);
        }
    }
}
