package io.weft.postgres.serving;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.SDLDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * SDL in, definitions out. What stood in the SDL before is not parsed again, so that one new table among a thousand costs the
 * parsing of one. Used by one thread at a time.
 */
final class ParseDefinitions {

    private Map<String, List<SDLDefinition<?>>> known = Map.of();

    /** @param sdl in which each definition with braces ends with a line of one brace, and no other line is only that */
    synchronized List<SDLDefinition<?>> parse(String sdl) {
        Map<String, List<SDLDefinition<?>>> used = new HashMap<>();
        List<SDLDefinition<?>> definitions = new ArrayList<>();
        int start = 0;
        while (start < sdl.length()) {
            int brace = sdl.indexOf("\n}\n", start);
            int end = brace < 0 ? sdl.length() : brace + 3;
            String piece = sdl.substring(start, end);
            List<SDLDefinition<?>> parsed = known.get(piece);
            if (parsed == null) {
                parsed = parsed(piece);
            }
            used.put(piece, parsed);
            definitions.addAll(parsed);
            start = end;
        }
        known = used;
        return definitions;
    }

    private static List<SDLDefinition<?>> parsed(String sdl) {
        if (sdl.isBlank()) {
            return List.of();
        }
        Document document = Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(sdl)
                .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                .build());
        List<SDLDefinition<?>> definitions = new ArrayList<>();
        for (Definition<?> definition : document.getDefinitions()) {
            definitions.add((SDLDefinition<?>) definition);
        }
        return definitions;
    }
}
