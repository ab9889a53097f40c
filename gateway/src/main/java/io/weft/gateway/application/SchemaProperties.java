package io.weft.gateway.application;

import io.weft.gateway.reload.SchemaSource;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a subgraph's schema comes from: {@code service}, {@code introspection}, a file's name, or one of the members.
 *
 * @param file          a file with its SDL, read again when it changes
 * @param sdl           the SDL itself
 * @param field         a field of its query root that gives the SDL
 * @param introspection whether it is asked for by GraphQL's introspection
 */
public record SchemaProperties(
        @Nullable Path file,
        @Nullable String sdl,
        @Nullable String field,
        @DefaultValue("false") boolean introspection) {

    /** The subgraph is asked: {@code _service { sdl }}. */
    static final SchemaProperties SERVICE = new SchemaProperties(null, null, null, false);

    public SchemaProperties {
        long said = Stream.of(file, sdl, field).filter(Objects::nonNull).count() + (introspection ? 1 : 0);
        if (said > 1) {
            throw new IllegalArgumentException(
                    "a schema comes from a file, stands there as sdl, or is asked for by a field or by introspection:"
                            + " leave one of them");
        }
        if (field != null && !field.matches("[_A-Za-z]\\w*")) {
            throw new IllegalArgumentException("the field that gives the schema is '" + field + "': it must be a name");
        }
    }

    /** @param text {@code service}, {@code introspection} or the name of a file */
    public static SchemaProperties of(String text) {
        return switch (text) {
            case "service" -> SERVICE;
            case "introspection" -> new SchemaProperties(null, null, null, true);
            default -> new SchemaProperties(Path.of(text), null, null, false);
        };
    }

    /** @param folder that file names are relative to */
    SchemaSource.Origin origin(Path folder) {
        if (file != null) {
            return new SchemaSource.Origin.SdlFile(folder.resolve(file));
        }
        if (sdl != null) {
            return new SchemaSource.Origin.Inline(sdl);
        }
        if (field != null) {
            return new SchemaSource.Origin.SdlField(field);
        }
        return introspection ? new SchemaSource.Origin.Introspection() : new SchemaSource.Origin.Service();
    }

    /** Only a service that knows nothing of federation is asked for its schema in these ways. */
    boolean isOfStitched() {
        return field != null || introspection;
    }
}
