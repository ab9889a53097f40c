package io.weft.gateway.application;

import io.weft.gateway.reload.SchemaSource;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a subgraph's schema comes from: {@code service}, a file's name, or one of the members.
 *
 * @param file a file with its SDL, read again when it changes
 * @param sdl  the SDL itself
 */
public record SchemaProperties(
        @Nullable Path file, @Nullable String sdl) {

    /** The subgraph is asked: {@code _service { sdl }}. */
    static final SchemaProperties SERVICE = new SchemaProperties(null, null);

    public SchemaProperties {
        if (file != null && sdl != null) {
            throw new IllegalArgumentException("a schema comes from a file or stands there as sdl, not both");
        }
    }

    /** @param text {@code service} or the name of a file */
    public static SchemaProperties of(String text) {
        return text.equals("service") ? SERVICE : new SchemaProperties(Path.of(text), null);
    }

    /** @param folder that file names are relative to */
    SchemaSource source(SubgraphName name, URI url, boolean required, Path folder) {
        if (file != null) {
            return new SchemaSource.SdlFile(name, url, required, folder.resolve(file));
        }
        return sdl != null
                ? new SchemaSource.Inline(name, url, required, sdl)
                : new SchemaSource.Service(name, url, required);
    }
}
