package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What {@code @override} changes, by subgraph and field. */
public record Overrides(Map<SubgraphName, Map<Coordinate, Resolution>> changes) {
    public Overrides {
        changes = new HashMap<>(changes);
    }

    public Optional<Resolution> of(SubgraphName subgraph, Coordinate field) {
        return Optional.ofNullable(changes.getOrDefault(subgraph, Map.of()).get(field));
    }

    /** Whether the subgraph's field is never asked any more. */
    boolean isOverridden(SubgraphName subgraph, Coordinate field) {
        return of(subgraph, field).orElse(null) instanceof Resolution.Overridden;
    }
}
