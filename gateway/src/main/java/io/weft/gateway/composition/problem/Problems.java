package io.weft.gateway.composition.problem;

import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects errors and hints of one composition. Not shared between threads. */
public final class Problems {

    private final List<CompositionError> errors = new ArrayList<>();
    private final List<Hint> hints = new ArrayList<>();

    public void error(ErrorCode code, String message, Coordinate coordinate, SubgraphName subgraph, int line) {
        error(code, message, coordinate, List.of(new SourcePlace(subgraph, line)));
    }

    public void error(ErrorCode code, String message, Coordinate coordinate, List<SourcePlace> places) {
        add(new CompositionError(code, message, Optional.of(coordinate), places));
    }

    public void error(ErrorCode code, String message, SubgraphName subgraph, int line) {
        add(new CompositionError(code, message, Optional.empty(), List.of(new SourcePlace(subgraph, line))));
    }

    public void error(ErrorCode code, String message, List<SourcePlace> places) {
        add(new CompositionError(code, message, Optional.empty(), places));
    }

    public void error(ErrorCode code, String message) {
        add(new CompositionError(code, message, Optional.empty(), List.of()));
    }

    public void hint(HintCode code, String message, Coordinate coordinate) {
        hints.add(new Hint(code, message, Optional.of(coordinate)));
    }

    /** What another step has found beside this one. */
    public void addAll(Problems others) {
        others.errors.forEach(this::add);
        hints.addAll(others.hints);
    }

    private void add(CompositionError error) {
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Whether something is wrong in this subgraph, so that what else looks wrong there may only follow from it. */
    public boolean hasErrors(SubgraphName subgraph) {
        return errors.stream()
                .flatMap(error -> error.places().stream())
                .anyMatch(place -> place.subgraph().equals(subgraph));
    }

    public List<CompositionError> errors() {
        return List.copyOf(errors);
    }

    public List<Hint> hints() {
        return List.copyOf(hints);
    }
}
