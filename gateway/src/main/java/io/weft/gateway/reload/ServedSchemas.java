package io.weft.gateway.reload;

import io.weft.gateway.composition.subgraph.SubgraphSource;
import java.util.List;
import java.util.Optional;

/**
 * The schemas in the graph that is served, as they were told: what a new configuration begins with, so that a change of it takes nothing from the
 * graph that is away just then. Safe for use by many threads.
 */
public final class ServedSchemas {

    private volatile List<Told> served = List.of();

    private record Told(SchemaSource source, String sdl) {
        boolean isOf(SchemaSource other) {
            return source.name().equals(other.name())
                    && source.url().equals(other.url())
                    && source.origin().equals(other.origin())
                    && source.dialect().equals(other.dialect());
        }
    }

    /** @param sources of the configuration that it was served under */
    void serve(List<SchemaSource> sources, List<SubgraphSource> schemas) {
        served = sources.stream()
                .flatMap(source -> schemas.stream()
                        .filter(schema -> schema.name().equals(source.name()))
                        .map(schema -> new Told(source, schema.sdl())))
                .toList();
    }

    /** The subgraph as it is served, with what is said of it now; empty where it is new, or told elsewhere, or otherwise. */
    Optional<SubgraphSource> of(SchemaSource source) {
        return served.stream()
                .filter(told -> told.isOf(source))
                .map(told -> source.with(told.sdl()))
                .findFirst();
    }
}
