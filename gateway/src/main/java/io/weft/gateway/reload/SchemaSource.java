package io.weft.gateway.reload;

import io.weft.gateway.composition.subgraph.Dialect;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.transform.Transform;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A subgraph and where its schema comes from.
 *
 * @param url        where the subgraph answers
 * @param required   whether there is no graph without it
 * @param dialect    how it says by what its objects are found
 * @param origin     where its schema comes from
 * @param transforms what is changed about its schema
 */
public record SchemaSource(
        SubgraphName name, URI url, boolean required, Dialect dialect, Origin origin, List<Transform> transforms) {
    public SchemaSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(origin);
        transforms = List.copyOf(transforms);
    }

    /** Whether each look at it is a query that its service has to answer out of the ordinary. */
    boolean isAskedByQuery() {
        return switch (origin) {
            case Origin.SdlField field -> true;
            case Origin.Introspection introspection -> true;
            case Origin.Service service -> false;
            case Origin.SdlFile file -> false;
            case Origin.Inline inline -> false;
        };
    }

    /** The subgraph with its schema, wherever that came from. */
    public SubgraphSource with(String sdl) {
        return new SubgraphSource(name, url, sdl, dialect, transforms);
    }

    /** Where a subgraph's schema comes from. */
    public sealed interface Origin {

        /** The subgraph itself tells it: {@code _service { sdl }}. */
        record Service() implements Origin {}

        /** A field of the subgraph's query root, of type String, tells it. */
        record SdlField(String name) implements Origin {
            public SdlField {
                Objects.requireNonNull(name);
            }
        }

        /** It is asked for by GraphQL's own introspection. */
        record Introspection() implements Origin {}

        /** It stands in a file, which is read again when it changes. */
        record SdlFile(Path file) implements Origin {
            public SdlFile {
                Objects.requireNonNull(file);
            }
        }

        /** It stands in the configuration itself. */
        record Inline(String sdl) implements Origin {
            public Inline {
                Objects.requireNonNull(sdl);
            }
        }
    }
}
