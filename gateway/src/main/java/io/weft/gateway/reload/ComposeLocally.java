package io.weft.gateway.reload;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionError;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.SubgraphSource;
import java.io.IOException;
import java.nio.file.Files;
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
            switch (source) {
                case SchemaSource.Service asked -> {
                    return List.of();
                }
                case SchemaSource.Inline(var name, var url, var required, var sdl) ->
                    known.add(new SubgraphSource(name, url, sdl));
                case SchemaSource.SdlFile(var name, var url, var required, var file) -> {
                    try {
                        known.add(new SubgraphSource(name, url, Files.readString(file)));
                    } catch (IOException unreadable) {
                        problems.add("the schema of subgraph '" + name + "' cannot be read: " + unreadable);
                    }
                }
            }
        }
        return problems.isEmpty() ? refusals(known) : problems;
    }

    private static List<String> refusals(List<SubgraphSource> known) {
        return switch (new Composer().compose(known)) {
            case CompositionResult.Composed composed -> List.of();
            case CompositionResult.Refused(List<CompositionError> errors) ->
                errors.stream().map(CompositionError::print).toList();
        };
    }
}
