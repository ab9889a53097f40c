package io.weft.gateway.transform;

import java.util.Objects;

/**
 * A name or a pattern in a configuration, with its place.
 *
 * @param text as written
 * @param file the configuration file's name; empty where there is none
 * @param line counted from 1; 0 where it is not known
 */
public record Written(String text, String file, int line) {
    public Written {
        Objects.requireNonNull(text);
        Objects.requireNonNull(file);
    }

    /** The same place, another text. */
    public Written withText(String replacement) {
        return new Written(replacement, file, line);
    }

    /** {@code gateway.yaml:12}; empty where the place is not known. */
    public String place() {
        return line > 0 ? file + ":" + line : file;
    }

    @Override
    public String toString() {
        return text;
    }
}
