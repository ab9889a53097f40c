package io.weft.gateway.stitching;

import java.util.Objects;

/**
 * Where something is configured.
 *
 * @param file a configuration file's name; empty for the service's own SDL
 * @param line counted from 1; 0 where it is not known
 */
public record Place(String file, int line) {
    public Place {
        Objects.requireNonNull(file);
    }

    public static Place inSdl(int line) {
        return new Place("", line);
    }
}
