package io.weft.benchmarks;

import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A graph of many services. Each owns twenty entities of ten fields, refers to those of the next service, and gives
 * them a field of its own: 100 services make 2,000 types and 20,000 fields.
 */
final class LargeGraph {

    private static final int TYPES = 20;
    private static final int FIELDS = 10;

    private final int subgraphs;

    LargeGraph(int subgraphs) {
        this.subgraphs = subgraphs;
    }

    List<SubgraphSource> sources() {
        List<SubgraphSource> sources = new ArrayList<>();
        for (int subgraph = 0; subgraph < subgraphs; subgraph++) {
            sources.add(new SubgraphSource(
                    new SubgraphName("s" + subgraph), URI.create("http://s" + subgraph + "/graphql"), sdl(subgraph)));
        }
        return sources;
    }

    private String sdl(int subgraph) {
        StringBuilder sdl = new StringBuilder("""
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable"])
                """);
        int next = (subgraph + 1) % subgraphs;
        sdl.append("type Query { root%d: T%d_0 }%n".formatted(subgraph, subgraph));
        for (int type = 0; type < TYPES; type++) {
            sdl.append("type T%d_%d @key(fields: \"id\") { id: ID! ".formatted(subgraph, type));
            for (int field = 0; field < FIELDS - 3; field++) {
                sdl.append("f%d(first: Int = 10): String ".formatted(field));
            }
            sdl.append("next: T%d_%d other: T%d_%d }%n".formatted(subgraph, (type + 1) % TYPES, next, type));
            sdl.append("type T%d_%d @key(fields: \"id\") { id: ID! from%d: Int }%n".formatted(next, type, subgraph));
        }
        return sdl.toString();
    }

    /** Ten root fields of ten services, each followed into two further services: 300 fields. */
    String wideQuery() {
        StringBuilder query = new StringBuilder("{");
        for (int root = 0; root < 10; root++) {
            query.append(" root%d %s".formatted(root, entity(root, 3)));
        }
        return query.append(" }").toString();
    }

    /** One root field followed from service to service, as long as there are services, thirty at most: 300 fields. */
    String deepQuery() {
        return "{ root0 %s }".formatted(entity(0, 30));
    }

    /** Ten fields: seven of the entity's own service, one of another, one that stays and one that leads on. */
    private String entity(int subgraph, int levels) {
        int at = subgraph % subgraphs;
        StringBuilder fields = new StringBuilder("{ id");
        for (int field = 0; field < FIELDS - 3; field++) {
            fields.append(" f%d".formatted(field));
        }
        fields.append(" from%d".formatted((at + subgraphs - 1) % subgraphs));
        if (levels > 1) {
            fields.append(" other %s".formatted(entity(at + 1, levels - 1)));
        } else {
            fields.append(" next { id }");
        }
        return fields.append(" }").toString();
    }
}
