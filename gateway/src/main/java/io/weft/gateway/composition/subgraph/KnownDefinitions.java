package io.weft.gateway.composition.subgraph;

import graphql.GraphQLException;
import graphql.language.Definition;
import graphql.language.Document;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What pieces of SDL say, from one composition to the next: a service that tells its schema anew has changed little of it. A piece ends
 * with a line of one brace; SDL in which such a line ends nothing is read as a whole. What is known has the lines it stood in when it was
 * read, so whoever names lines reads without it. It is given up when memory is short, and used by one thread at a time.
 */
public final class KnownDefinitions implements ReadSdl {

    private static final String END = "\n}\n";

    private SoftReference<Known> known = new SoftReference<>(new Known());
    private Known used = new Known();
    private int read;

    /** What the meaning of a definition depends on beside itself. */
    private record Reading(Links links, RootTypes roots) {}

    @SuppressWarnings("rawtypes") // as GraphQL for Java has it
    private record Known(Map<String, List<Definition>> pieces, Map<Reading, KnownTypes> types) {
        Known() {
            this(new HashMap<>(), new HashMap<>());
        }
    }

    /** From here on, pieces count as those of a new composition. */
    public void begin() {
        used = new Known();
        read = 0;
    }

    /** Forgets what was not asked for since the beginning. */
    public void end() {
        known = new SoftReference<>(used);
        used = new Known();
    }

    /** How many pieces had to be read since the beginning. */
    int read() {
        return read;
    }

    @Override
    public KnownTypes types(Links links, RootTypes roots) {
        return used.types().computeIfAbsent(new Reading(links, roots), reading -> {
            Known before = known.get();
            KnownTypes types = before == null ? null : before.types().get(reading);
            return types == null ? KnownTypes.none() : new KnownTypes(types.used());
        });
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Document document(String sdl) {
        try {
            List<Definition> definitions = definitions(sdl);
            return definitions.isEmpty()
                    ? ParseSubgraph.document(sdl)
                    : Document.newDocument().definitions(definitions).build();
        } catch (GraphQLException cutWrongly) {
            return ParseSubgraph.document(sdl);
        }
    }

    @SuppressWarnings("rawtypes")
    private List<Definition> definitions(String sdl) {
        Known before = known.get();
        List<Definition> definitions = new ArrayList<>();
        int start = 0;
        while (start < sdl.length()) {
            int brace = sdl.indexOf(END, start);
            int end = brace < 0 ? sdl.length() : brace + END.length();
            String piece = sdl.substring(start, end);
            List<Definition> found = before == null ? null : before.pieces().get(piece);
            if (found == null) {
                found = read(piece);
            }
            used.pieces().put(piece, found);
            definitions.addAll(found);
            start = end;
        }
        return definitions;
    }

    @SuppressWarnings("rawtypes")
    private List<Definition> read(String piece) {
        if (piece.isBlank()) {
            return List.of();
        }
        read++;
        return ParseSubgraph.document(piece).getDefinitions();
    }
}
