package io.weft.gateway.reload;

import io.weft.gateway.supergraph.SubgraphName;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the watch stands.
 *
 * @param served   the graph that is served; empty until there is one
 * @param sources  all subgraphs, in the order of the configuration
 * @param refusals why the newest schemas do not all compose; empty where they do, or where there are none yet
 * @param swaps    how many graphs have been served so far
 */
public record GraphStatus(
        Optional<Served> served, Map<SubgraphName, Source> sources, List<String> refusals, long swaps) {

    static final GraphStatus NOTHING = new GraphStatus(Optional.empty(), Map.of(), List.of(), 0);

    public GraphStatus {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        refusals = List.copyOf(refusals);
    }

    /**
     * @param since     when it was swapped in
     * @param subgraphs whose schemas are in it
     */
    public record Served(Instant since, List<SubgraphName> subgraphs) {
        public Served {
            subgraphs = List.copyOf(subgraphs);
        }
    }

    /**
     * @param schemaHash of the schema it told last, in hexadecimal; empty where it never did
     * @param away       why it did not tell its schema when it was asked last; empty where it did
     * @param heldBack   what of it is served instead while that schema does not compose with the others'; empty where it
     *                   is in the graph, or where there is no graph
     */
    public record Source(Optional<String> schemaHash, Optional<String> away, Optional<String> heldBack) {}

    /** Whose newest schema is not in the graph that is served. */
    public List<SubgraphName> heldBack() {
        return sources.entrySet().stream()
                .filter(each -> each.getValue().heldBack().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }
}
