package io.weft.gateway.composition.problem;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that composes, but is odd.
 *
 * @param code       the kind of hint
 * @param message    what was seen and what was done about it
 * @param coordinate the element it is about
 */
public record Hint(HintCode code, String message, Optional<Coordinate> coordinate) {
    public Hint {
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
        Objects.requireNonNull(coordinate);
    }

    public String print() {
        return code + coordinate.map(at -> " " + at).orElse("") + "\n  " + message;
    }
}
