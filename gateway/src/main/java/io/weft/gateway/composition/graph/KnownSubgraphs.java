package io.weft.gateway.composition.graph;

import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.FieldFacts;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.SubgraphType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The planner's types of the graph before, by what they were made of. Used by one thread at a time. */
final class KnownSubgraphs {

    private Map<SubgraphName, Map<String, Made>> before = Map.of();
    private final Map<SubgraphName, Map<String, Made>> used = new HashMap<>();

    /**
     * @param facts  of the type's fields; none where it has none
     * @param merged what the supergraph says of it
     */
    private record Made(
            SchemaType own,
            Map<String, FieldFacts> facts,
            @Nullable SchemaType merged,
            SubgraphType type) {

        boolean isOf(SchemaType otherOwn, Map<String, FieldFacts> otherFacts, @Nullable SchemaType otherMerged) {
            return own == otherOwn && merged == otherMerged && facts.equals(otherFacts);
        }
    }

    SubgraphType of(
            SubgraphName subgraph,
            SchemaType own,
            Map<String, FieldFacts> facts,
            @Nullable SchemaType merged,
            Supplier<SubgraphType> make) {
        Made known = before.getOrDefault(subgraph, Map.of()).get(own.name());
        Made made = known != null && known.isOf(own, facts, merged) ? known : new Made(own, facts, merged, make.get());
        used.computeIfAbsent(subgraph, _ -> new HashMap<>()).put(own.name(), made);
        return made.type();
    }

    /** Forgets what was not asked for since the last time. */
    void end() {
        before = Map.copyOf(used);
        used.clear();
    }
}
