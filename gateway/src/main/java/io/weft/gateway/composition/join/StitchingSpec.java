package io.weft.gateway.composition.join;

import io.weft.gateway.composition.validation.ValidatedSubgraph;
import java.util.List;

/**
 * How a supergraph SDL tells of what the join specification cannot: lookups by root fields, and that services have been
 * transformed. Who does not know it has to refuse the supergraph, since it is needed for execution; that goes for
 * ourselves as well, who run such services from their configuration.
 */
final class StitchingSpec {

    static final String LOOKUP = "stitching__lookup";

    private static final String LINK = "  @link(url: \"https://specs.weft.io/stitching/v0.1\", for: EXECUTION)\n";

    private static final String DEFINITION = """
            directive @stitching__lookup(graph: join__Graph!, key: String!, field: String!, arguments: String!, match: String) repeatable on OBJECT

            """;

    private StitchingSpec() {}

    static String link(List<ValidatedSubgraph> subgraphs) {
        return isNeeded(subgraphs) ? LINK : "";
    }

    static String definition(List<ValidatedSubgraph> subgraphs) {
        return isNeeded(subgraphs) ? DEFINITION : "";
    }

    private static boolean isNeeded(List<ValidatedSubgraph> subgraphs) {
        return subgraphs.stream()
                .anyMatch(subgraph -> subgraph.parsed().stitched().isPresent()
                        || !subgraph.parsed().translation().isEmpty());
    }
}
