package io.weft.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A large supergraph composes, on a thread with the usual stack. */
class CompositionSizeTest {

    private static final int SUBGRAPHS = 100;
    private static final int TYPES_PER_SUBGRAPH = 20;
    private static final int FIELDS_PER_TYPE = 10;

    @Test
    void aHundredSubgraphsWithTwoThousandTypesAndTwentyThousandFieldsCompose() {
        List<SubgraphSource> sources = new ArrayList<>();
        for (int subgraph = 0; subgraph < SUBGRAPHS; subgraph++) {
            sources.add(new SubgraphSource(
                    new SubgraphName("s" + subgraph), URI.create("http://s" + subgraph), sdl(subgraph)));
        }
        CompositionResult result = new Composer().compose(sources);
        assertThat(result).isInstanceOf(CompositionResult.Composed.class);
    }

    /** Each subgraph owns entities and refers to those of the next one, to which it adds a field. */
    private static String sdl(int subgraph) {
        StringBuilder sdl = new StringBuilder("""
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable"])
                """);
        int next = (subgraph + 1) % SUBGRAPHS;
        sdl.append("type Query { root")
                .append(subgraph)
                .append(": T")
                .append(subgraph)
                .append("_0 }\n");
        for (int type = 0; type < TYPES_PER_SUBGRAPH; type++) {
            sdl.append("type T%d_%d @key(fields: \"id\") { id: ID! ".formatted(subgraph, type));
            for (int field = 0; field < FIELDS_PER_TYPE - 2; field++) {
                sdl.append("f%d(first: Int = 10): String ".formatted(field));
            }
            sdl.append(
                    "next: T%d_%d other: T%d_%d }\n".formatted(subgraph, (type + 1) % TYPES_PER_SUBGRAPH, next, type));
            sdl.append("type T%d_%d @key(fields: \"id\") { id: ID! from%d: Int }\n".formatted(next, type, subgraph));
        }
        return sdl.toString();
    }
}
