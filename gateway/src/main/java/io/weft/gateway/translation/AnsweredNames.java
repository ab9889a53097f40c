package io.weft.gateway.translation;

import io.weft.gateway.supergraph.Translation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the supergraph calls the types and enum values that a service names in its answers. A name the supergraph does
 * not know, but uses for something else, is marked, so that it is taken for neither.
 */
final class AnsweredNames {

    /** No name in GraphQL has such a letter. */
    private static final String NOT_HERE = "?";

    private final Translation terms;
    private final Map<String, String> types;
    private final Map<String, Map<String, String>> values = new HashMap<>();

    AnsweredNames(Translation terms) {
        this.terms = terms;
        this.types = new LinkedHashMap<>();
        terms.hidden().stream().filter(name -> name.indexOf('.') < 0).forEach(name -> types.put(name, name + NOT_HERE));
        terms.types().forEach((name, ofService) -> types.put(ofService, name));
    }

    Map<String, String> types() {
        return types;
    }

    Map<String, String> values(String enumType) {
        return values.computeIfAbsent(enumType, name -> {
            Map<String, String> found = new LinkedHashMap<>();
            String prefix = name + ".";
            terms.hidden().stream()
                    .filter(hidden -> hidden.startsWith(prefix))
                    .map(hidden -> hidden.substring(prefix.length()))
                    .forEach(value -> found.put(value, value + NOT_HERE));
            terms.enumValues().getOrDefault(name, Map.of()).forEach((value, ofService) -> found.put(ofService, value));
            return found;
        });
    }
}
