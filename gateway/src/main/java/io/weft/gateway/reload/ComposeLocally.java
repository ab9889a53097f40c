package io.weft.gateway.reload;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.reload.SchemaSource.Origin;
import io.weft.gateway.stitching.StitchedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Composes subgraphs whose schemas are all at hand, to learn whether they do. */
public final class ComposeLocally {

    private ComposeLocally() {}

    /** Why they do not compose; empty where they do, or where a service has to be asked for its schema first. */
    public static List<String> problems(GraphSource.Subgraphs subgraphs) {
        List<SubgraphSource> known = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (SchemaSource source : subgraphs.sources()) {
            switch (source.origin()) {
                case Origin.Service asked -> {
                    return List.of();
                }
                case Origin.SdlField asked -> {
                    return List.of();
                }
                case Origin.Introspection asked -> {
                    return List.of();
                }
                case Origin.Inline(String sdl) -> known.add(source.with(sdl));
                case Origin.SdlFile(Path file) -> {
                    try {
                        known.add(source.with(Files.readString(file)));
                    } catch (IOException unreadable) {
                        problems.add("the schema of subgraph '" + source.name() + "' cannot be read: " + unreadable);
                    }
                }
            }
        }
        return problems.isEmpty() ? refusals(known, subgraphs.stitching()) : problems;
    }

    private static List<String> refusals(List<SubgraphSource> known, StitchedGraph stitching) {
        return switch (new Composer(stitching).compose(known)) {
            case CompositionResult.Composed composed -> List.of();
            case CompositionResult.Refused(List<CompositionError> errors) ->
                errors.stream().map(CompositionError::print).toList();
        };
    }
}
