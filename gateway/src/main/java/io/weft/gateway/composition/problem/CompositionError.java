package io.weft.gateway.composition.problem;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why subgraphs do not compose.
 *
 * @param code       the kind of error
 * @param message    what is wrong, in one sentence
 * @param coordinate the element it is about; empty where it is about a whole subgraph
 * @param places     where it stands, per subgraph that has part in it
 */
public record CompositionError(
        ErrorCode code, String message, Optional<Coordinate> coordinate, List<SourcePlace> places) {

    public CompositionError {
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
        Objects.requireNonNull(coordinate);
        places = List.copyOf(places);
    }

    /** What the author can do about it. */
    public String wayOut() {
        return code.wayOut();
    }

    /** One paragraph: code, coordinate, places, message, way out. */
    public String print() {
        String where = places.stream().map(SourcePlace::toString).collect(Collectors.joining(", "));
        return code + coordinate.map(at -> " " + at).orElse("") + (where.isEmpty() ? "" : " (" + where + ")") + "\n  "
                + message + "\n  Way out: " + wayOut();
    }
}
